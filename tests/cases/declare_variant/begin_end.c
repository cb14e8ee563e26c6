// begin declare variant, end declare variant: definitions of the same name; the base declared before, after, or elsewhere.
// reference: none because gcc 12 does not know begin declare variant, and vendor is ppcc here
// needs: begin_end_base.c
// expect: base 1
// expect: parallel 2
// expect: parallel in parallel 3
// expect: later base 5
// expect: ours 6
// expect: elsewhere 8
// expect: static 9 again 10
#include <stdio.h>

void show(int n)
{
	printf("base %d\n", n);
}

#pragma omp begin declare variant match(construct = {parallel})
static int helper = 1; /* no function: it is one for both */
void show(int n)
{
	if (n == 3)
		printf("parallel in ");
	if (n == 3)
		show(helper + 100); /* the variant's own region is parallel */
	else
		printf("parallel %d\n", n > 100 ? 3 : n);
}
#pragma omp end declare variant

#pragma omp begin declare variant match(device = {kind(gpu)}) /* never: this need not even be C */
void show(int n) { @ }
#pragma omp end declare variant

int later(int n);
#pragma omp begin declare variant match(device = {kind(host)}, construct = {single})
int later(int n) { return printf("later single %d\n", n); }
#pragma omp end declare variant
int later(int n) { return printf("later base %d\n", n); }

#pragma omp begin declare variant match(implementation = {vendor(ppcc)})
void ours(int n) { printf("ours %d\n", n); }
#pragma omp end declare variant

#pragma omp begin declare variant match(implementation = {vendor(gnu)})
int elsewhere(int n) { return printf("not here %d\n", n); }
#pragma omp end declare variant
int elsewhere(int n);

#define NAME counter
#define COUNTER(start) static int NAME(void) { static int n = start; return n++; }
COUNTER(0)
#pragma omp begin declare variant match(user = {condition(1)})
COUNTER(9)
#pragma omp end declare variant

int main(void)
{
	show(1);
	#pragma omp parallel num_threads(1)
	{
		show(2);
		show(3);
	}
	later(5);
	ours(6);
	elsewhere(8);
	int first = counter(), second = counter();
	printf("static %d again %d\n", first, second);
	return 0;
}
