// nested: a function with a region calls itself from it, to four levels; each level sees its own data.
// expect: leaves 16 sum 80
#include <omp.h>
#include <stdio.h>

static int leaves;

static int descend(int depth)
{
	int sum = 0;
	if (depth == 0) {
		#pragma omp atomic
		leaves++;
		return omp_get_level() + 1;
	}
	#pragma omp parallel num_threads(2) reduction(+: sum)
	sum += descend(depth - 1);
	return sum;
}

int main(void)
{
	omp_set_max_active_levels(8);
	int sum = descend(4);
	printf("leaves %d sum %d\n", leaves, sum);
	return 0;
}
