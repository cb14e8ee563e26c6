// num_threads with a list (OpenMP 6.0): a number for the region and one for each level of regions inside, until it is used up.
// env: OMP_MAX_ACTIVE_LEVELS=4
// env: OMP_NUM_THREADS=2
// reference: none because gcc 12 and clang 19 do not know lists
// expect: 2 3 2 2, clause 4 then 2, set 5 then 2, afterwards 2
// expect: if 1 3
// expect: combined 6
#include <omp.h>
#include <stdio.h>

static int size(int n)
{
	int threads = 0;
	#pragma omp parallel num_threads(n)
	#pragma omp masked
	threads = omp_get_num_threads();
	return threads;
}

static int next_size(void)
{
	int threads = 0;
	#pragma omp parallel
	#pragma omp masked
	threads = omp_get_num_threads();
	return threads;
}

int main(void)
{
	int n = 3, levels[4] = {0}, clause[2] = {0}, set[2] = {0}, count = 0;
	#pragma omp parallel num_threads(n - 1, n, 2)
	{
		#pragma omp single
		{
			levels[0] = omp_get_num_threads();
			clause[0] = size(4);
			#pragma omp parallel num_threads(4)
			#pragma omp single
			clause[1] = next_size();
			#pragma omp parallel
			#pragma omp single
			{
				levels[1] = omp_get_num_threads();
				#pragma omp parallel
				#pragma omp single
				{
					levels[2] = omp_get_num_threads();
					levels[3] = next_size();
				}
			}
			omp_set_num_threads(5);
			set[0] = next_size();
			#pragma omp parallel
			#pragma omp single
			set[1] = next_size();
		}
	}
	printf("%d %d %d %d, clause %d then %d, set %d then %d, afterwards %d\n", levels[0], levels[1], levels[2], levels[3], clause[0], clause[1],
	       set[0], set[1], next_size());
	int outer = 0, inner = 0;
	#pragma omp parallel num_threads(4, 3) if (n > 3) reduction(max : outer, inner)
	{
		outer = omp_get_num_threads();
		inner = next_size();
	}
	printf("if %d %d\n", outer, inner);
	#pragma omp parallel for num_threads((n > 2 ? 2 : 1), (n > 2 ? 3 : 1)) reduction(+ : count)
	for (int i = 0; i < 2; i++)
		count += next_size();
	printf("combined %d\n", count);
	return 0;
}
