// copyin: without the clause each thread keeps its own value; with it the primary thread's current value is copied each time.
// expect: kept 1 copied 1 again 1
#include <omp.h>
#include <stdio.h>

static int value = 3;
#pragma omp threadprivate(value)

int main(void)
{
	int kept = 1, copied = 1, again = 1;
	omp_set_dynamic(0);
	#pragma omp parallel num_threads(3)
	value = 10 + omp_get_thread_num();
	#pragma omp parallel num_threads(3) reduction(&: kept)
	kept &= value == 10 + omp_get_thread_num() && omp_get_num_threads() == 3;
	value = 50;
	#pragma omp parallel num_threads(3) copyin(value) reduction(&: copied)
	{
		copied &= value == 50 && omp_get_num_threads() == 3;
		#pragma omp barrier
		value += omp_get_thread_num();
	}
	#pragma omp parallel for num_threads(3) copyin(value) reduction(&: again) schedule(static, 1)
	for (int i = 0; i < 3; i++)
		again &= value == 50 && omp_get_thread_num() == i;
	printf("kept %d copied %d again %d\n", kept, copied, again);
	return 0;
}
