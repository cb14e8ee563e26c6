// taskgroup: groups nest, every thread may have its own, and a single statement may be the body.
// expect: wrong 0 inner 40 outer 80
#include <stdio.h>

int main(void)
{
	int wrong = 0, inner_total = 0, outer_total = 0;
	#pragma omp parallel num_threads(4) reduction(+: wrong, inner_total, outer_total)
	{
		int outer = 0, inner = 0, now;
		#pragma omp taskgroup
		{
			for (int i = 0; i < 10; i++)
				#pragma omp task shared(outer)
				#pragma omp task shared(outer)
				{
					#pragma omp atomic
					outer += 2;
				}
			#pragma omp taskgroup
			for (int i = 0; i < 10; i++)
				#pragma omp task shared(inner)
				{
					#pragma omp atomic
					inner++;
				}
			#pragma omp atomic read
			now = inner;
			wrong += now != 10;
		}
		#pragma omp atomic read
		now = outer;
		wrong += now != 20;
		inner_total += inner;
		outer_total += outer;
	}
	printf("wrong %d inner %d outer %d\n", wrong, inner_total, outer_total);
	return 0;
}
