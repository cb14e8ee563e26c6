// expect: 1
// expect: at exit 11 20
// expect: destructor 31
// env: OMP_TARGET_OFFLOAD=default
// env-also: PPCC_OPENCL_BUFFERS=1
// kernels: 4
/* Loops and regions that first run when the drivers of devices may have ended. */
#include <stdio.h>
#include <stdlib.h>

#define N 400

static double values[N], others[N];

__attribute__((destructor)) static void last(void)
{
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		values[i] += others[i];
	printf("destructor %g\n", values[N - 1]);
}

static void bye(void)
{
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		values[i] += 10;
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		others[i] = 2 * (values[i] - 1);
	printf("at exit %g %g\n", values[N - 1], others[0]);
}

int main(void)
{
	atexit(bye);
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		values[i] += 1;
	printf("%g\n", values[N - 1]);
}
