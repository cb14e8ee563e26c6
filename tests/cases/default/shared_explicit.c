// default(shared): variables that are not listed are shared, those declared inside are private.
// expect: x 5 wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, wrong = 0;
	#pragma omp parallel default(shared) num_threads(5)
	{
		int mine = omp_get_thread_num();
		#pragma omp atomic
		x++;
		#pragma omp barrier
		if (mine != omp_get_thread_num() || x != 5) {
			#pragma omp atomic
			wrong++;
		}
	}
	printf("x %d wrong %d\n", x, wrong);
	return 0;
}
