// target data of OpenMP 6.0: waits for the tasks in it, and for what it depends on; nogroup does not.
// expect: sum 45 after 46 nogroup 1
// env-also: PPCC_HOST_DEVICES=1
// reference: none because no other compiler has these clauses
#include <stdio.h>

int main(void)
{
	int sum = 0, after = 0, free = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp target_data map(tofrom : sum)
		for (int i = 0; i < 10; i++) {
			#pragma omp target map(tofrom : sum) firstprivate(i) depend(inout : sum) nowait
			sum += i;
		}
		after = sum;
		#pragma omp task depend(out : after)
		after++;
		#pragma omp target data map(tofrom : after) depend(inout : after)
		{
			#pragma omp target
			after += 0;
		}
		#pragma omp target data map(tofrom : free) nogroup
		{
			#pragma omp target map(tofrom : free) nowait
			free++;
			#pragma omp taskwait
		}
	}
	printf("sum %d after %d nogroup %d\n", sum, after, free);
	return 0;
}
