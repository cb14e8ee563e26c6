// User names that look like a translator's own: captured, declared inside, parameters, labels, types and functions.
// expect: 4950 4950 100 42 99
// expect: 1 2 3 4 5 6 7 8 9 10
#include <stdio.h>

struct data {
	int me, shared;
};
static struct data loop_data(int argument)
{
	return (struct data){argument, argument};
}
static int main_region(int region)
{
	return region;
}
static int main_parallel_1(void)
{
	return 42;
}

int main(void)
{
	int me = 1, data = 2, loop = 3, first = 4, last = 5, count = 6, i_end = 7, argument = 8, region = 9, thread = 10;
	int begin = 0, end = 100, step = 1, chunk = 4, size = 0, number = 0, team = 0, partial = 0, task = 0, group = 0;
	long sum = 0, total = 0;

#pragma omp parallel for reduction(+ : sum) schedule(dynamic, chunk)
	for (int i = begin; i < end; i += step) {
		int next = i, me = data - 2, ppcc_me = 0;
		sum += next + me + ppcc_me;
	}
#pragma omp parallel shared(me, data, loop, first, last, count, i_end, argument, region, thread, number)
	{
#pragma omp for schedule(static, 3) lastprivate(partial) reduction(+ : size, total)
		for (int loop = 0; loop < 100; loop++) {
			struct data data = loop_data(loop);
			size++;
			partial = data.me;
			total += data.shared;
		}
#pragma omp single
		{
			number = main_parallel_1();
			end = partial;
			task = me + team + group;
			me = main_region(task);
		}
#pragma omp single
		{
#pragma omp task firstprivate(argument, region)
			{
				argument += region;
				goto done;
			done:;
			}
		}
	}
	printf("%ld %ld %d %d %d\n", sum, total, size, number, end);
	printf("%d %d %d %d %d %d %d %d %d %d\n", me, data, loop, first, last, count, i_end, argument, region, thread);
	return 0;
}
