// loop: in parallel, in teams, in one thread; collapse, private, lastprivate, reduction, order.
// expect: parallel 100 teams 100 thread 100 nest 100 last 99 sum 4950 combined 100 100 inner 10
#include <omp.h>
#include <stdio.h>

static int once(const int *hits, int n)
{
	int count = 0;
	for (int i = 0; i < n; i++)
		count += hits[i] == 1;
	return count;
}

static void orphaned(int *hits)
{
	#pragma omp loop bind(parallel)
	for (int i = 0; i < 100; i++)
		hits[i]++;
}

int main(void)
{
	int a[100] = {0}, b[100] = {0}, c[100] = {0}, d[100] = {0}, e[100] = {0}, f[100] = {0}, last = 0, sum = 0, scratch = 0, inner = 0;
	#pragma omp parallel
	{
		orphaned(a);
		#pragma omp loop collapse(2) private(scratch) order(concurrent)
		for (int i = 0; i < 10; i++)
			for (int j = 0; j < 10; j++) {
				scratch = 10 * i + j;
				d[scratch]++;
			}
		#pragma omp loop lastprivate(last) reduction(+ : sum)
		for (last = 0; last < 99; last++)
			sum += last + (last == 98 ? 99 : 0);
		#pragma omp single
		{
			#pragma omp loop bind(thread)
			for (int i = 0; i < 100; i++)
				c[i]++;
		}
		int mine = 0;
		#pragma omp loop bind(thread) reduction(+ : mine)
		for (int i = 0; i < 10; i++)
			mine += 1;
		#pragma omp master
		inner = mine;
	}
	#pragma omp teams num_teams(3)
	{
		#pragma omp loop
		for (int i = 0; i < 100; i++)
			b[i]++;
	}
	#pragma omp parallel loop
	for (int i = 0; i < 100; i++)
		e[i]++;
	#pragma omp teams loop
	for (int i = 0; i < 100; i++)
		f[i]++;
	printf("parallel %d teams %d thread %d nest %d last %d sum %d combined %d %d inner %d\n", once(a, 100), once(b, 100), once(c, 100), once(d, 100),
	       last, sum, once(e, 100), once(f, 100), inner);
	return 0;
}
