// declare target in its forms: regions, lists, old and new clause names; functions and variables.
// reference: none because neither gcc 12 nor clang 19 knows the enter clause without more flags
// expect: 45 3 12 7 1
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>

#pragma omp declare target
static int counter;
static int table[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static void count(void)
{
	counter++;
}
#pragma omp end declare target

#pragma omp begin declare target device_type(any)
static int total(const int *x, int n)
{
	int sum = 0;
	for (int i = 0; i < n; i++)
		sum += x[i];
	count();
	return sum;
}
#pragma omp end declare target

int old, linked[100], listed;
static int twice(int x)
{
	return 2 * x;
}
#pragma omp declare target (listed, twice)
#pragma omp declare target to(old) link(linked)
#pragma omp declare target enter(total) device_type(any)
int main(void)
{
	int sum = 0, doubled = 0;
	#pragma omp target map(from : sum)
	sum = total(table, 10);
	for (int i = 0; i < 2; i++) {
		#pragma omp target
		count();
	}
	#pragma omp target map(from : doubled) map(tofrom : linked)
	{
		listed = 6;
		doubled = twice(listed);
		old = 7;
		linked[99] = 1;
	}
	#pragma omp target update from(counter, old)
	printf("%d %d %d %d %d\n", sum, counter, doubled, old, linked[99]);
	return 0;
}
