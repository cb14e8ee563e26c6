// An orphaned loop whose body changes the thread's own variables that the header uses: the iterations were counted before.
// expect: 168 91 44
// expect: 168 91 44
#include <stdio.h>

static int up, strided, nest;

static void work(void)
{
	int low = 3, step = 2, high = 19;
	#pragma omp single
	up = strided = nest = 0;
	#pragma omp for schedule(dynamic, 1)
	for (int i = low; i < high; i += 1) {
		low = 0;
		#pragma omp atomic
		up += i;
	}
	low = 3;
	#pragma omp for schedule(static, 1)
	for (int i = low; i < high; i += step) {
		low = 0;
		step = 1;
		high = 4;
		#pragma omp atomic
		strided += i + (i == 17) * 11;
	}
	low = 3;
	step = 2;
	high = 7;
	#pragma omp for collapse(2)
	for (int i = low; i < high; i += step)
		for (int j = low; j < high; j++) {
			low = 0;
			step = 1;
			high = 4;
			#pragma omp atomic
			nest += i + (j == 3) * 6;
		}
	#pragma omp single
	printf("%d %d %d\n", up, strided, nest);
}

int main(void)
{
	work();
	#pragma omp parallel
	work();
	return 0;
}
