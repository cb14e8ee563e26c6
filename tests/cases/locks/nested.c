// locks: a nestable lock counts its owner's acquisitions; omp_test_nest_lock returns the new count.
// expect: depths 1 2 3 4 other 0 count 600
#include <omp.h>
#include <stdio.h>

static omp_nest_lock_t lock;
static int count;

static void add(int depth)
{
	omp_set_nest_lock(&lock);
	if (depth > 0)
		add(depth - 1);
	count++;
	omp_unset_nest_lock(&lock);
}

int main(void)
{
	int d[4], other = -1;
	omp_init_nest_lock(&lock);
	for (int i = 0; i < 4; i++)
		d[i] = omp_test_nest_lock(&lock);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked filter(1)
		other = omp_test_nest_lock(&lock);
	}
	for (int i = 0; i < 4; i++)
		omp_unset_nest_lock(&lock);
	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 50; i++)
		add(2);
	omp_destroy_nest_lock(&lock);
	printf("depths %d %d %d %d other %d count %d\n", d[0], d[1], d[2], d[3], other, count);
	return 0;
}
