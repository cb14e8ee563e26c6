// cancel sections: from a section, from the part before the first section directive, and at a cancellation point.
// env: OMP_CANCELLATION=true
// expect: none after the first 1
// expect: seen 1
// expect: sections after it 3
#include <omp.h>
#include <stdio.h>

static int begun, seen, more;

static void orphan(void)
{
	#pragma omp sections
	{
		more++;
		#pragma omp section
		{
			#pragma omp atomic
			more++;
		}
		#pragma omp section
		{
			#pragma omp atomic
			more++;
		}
	}
}

int main(void)
{
	int after = 0;
	#pragma omp parallel num_threads(1)
	#pragma omp sections lastprivate(after)
	{
		{
			begun++;
			#pragma omp cancel sections
			begun += 10;
		}
		#pragma omp section
		{
			begun += 100;
			after = 1;
		}
	}
	printf("none after the first %d\n", begun);
	begun = 0;
	#pragma omp parallel
	{
		#pragma omp sections
		{
			#pragma omp section
			{
				#pragma omp atomic write
				begun = 1;
				#pragma omp cancel sections if (begun)
				seen += 10;
			}
			#pragma omp section
			{
				/* Ends at the cancellation point, however long the other section waits to begin; or never begins. */
				for (int stop = omp_get_num_threads() == 1; !stop;) {
					#pragma omp cancellation point sections
					#pragma omp atomic read
					stop = seen;
				}
			}
		}
		#pragma omp single
		{
			seen++;
			printf("seen %d\n", seen);
		}
	}
	#pragma omp parallel num_threads(1)
	orphan();
	printf("sections after it %d\n", more);
	return 0;
}
