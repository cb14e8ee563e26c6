// begin metadirective, end metadirective: around statements, around a loop, at file scope, chosen now or when the program runs.
// reference: none because gcc 12 does not know metadirective and clang 19 knows no begin metadirective
// expect: 1 12
// expect: 3 12
// expect: 30
// expect: 6
// expect: ordinary
#include <omp.h>
#include <stdio.h>

#pragma omp begin metadirective when(device = {kind(gpu)} : begin declare target) otherwise(nothing)
static int team(int n)
{
	int count = 0, square = 0;
	#pragma omp begin metadirective \
		when(user = {condition(n > 2)} : parallel num_threads(n))
	int mine = 1;
	#pragma omp atomic
	count += mine;
	#pragma omp single
	square = n * 4;
	#pragma omp end metadirective
	printf("%d %d\n", count, n > 2 ? square : square + 8 * (n == 1));
	return n;
}
#pragma omp end metadirective

int main(void)
{
	int sum = 0;
	team(1);
	team(3);
	#pragma omp begin metadirective when(device = {kind(host)} : parallel for reduction(+ : sum))
	for (int i = 0; i < 4; i++) {
		#pragma omp begin metadirective when(construct = {for} : atomic)
		sum += i * 5;
		#pragma omp end metadirective
	}
	#pragma omp end metadirective
	printf("%d\n", sum);
	sum = 0;
	#pragma omp begin metadirective otherwise(parallel num_threads(2) reduction(+ : sum))
	for (int i = 0; i < 3; i++)
		sum++;
	#pragma omp end metadirective
	printf("%d\n", sum);
	#pragma omp begin metadirective when(user = {condition(0)} : parallel)
	puts("ordinary");
	#pragma omp end metadirective
	return 0;
}
