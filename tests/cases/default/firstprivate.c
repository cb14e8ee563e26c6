// default(firstprivate): unlisted variables get private copies with the old value; listed ones keep their own sharing.
// expect: wrong 0 shared 4
// expect: x 10 a 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 10, wrong = 0, shared_count = 0, a[2] = {1, 2};
	#pragma omp parallel default(firstprivate) num_threads(4) reduction(+: wrong) shared(shared_count)
	{
		int me = omp_get_thread_num();
		wrong += x != 10 || a[0] != 1 || a[1] != 2;
		x += me;
		a[0] = me;
		#pragma omp barrier
		wrong += x != 10 + me || a[0] != me;
		#pragma omp atomic
		shared_count++;
	}
	printf("wrong %d shared %d\n", wrong, shared_count);
	printf("x %d a %d\n", x, a[0]);
	return 0;
}
