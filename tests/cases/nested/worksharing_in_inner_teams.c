// nested: loops, singles, barriers and reductions of inner teams do not disturb those of the outer team.
// expect: wrong 0 total 270
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, total = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		#pragma omp for schedule(dynamic) reduction(+: total)
		for (int i = 0; i < 6; i++) {
			int sum = 0, singles = 0, hits[10] = {0};
			#pragma omp parallel num_threads(2) reduction(+: sum)
			{
				#pragma omp for schedule(dynamic, 2)
				for (int k = 0; k < 10; k++) {
					sum += k;
					hits[k]++;
				}
				#pragma omp single
				singles++;
				#pragma omp barrier
				sum += 0 * omp_get_num_threads();
			}
			for (int k = 0; k < 10; k++)
				wrong += hits[k] != 1;
			wrong += singles != 1 || sum != 45;
			total += sum;
		}
		#pragma omp barrier
	}
	printf("wrong %d total %d\n", wrong, total);
	return 0;
}
