// Tasks of a target region use the device's copies of variables at file scope, as the region itself does.
// expect: host 1 2 device 25 27 scale 5 total 208
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>

enum { N = 8 };

static float scale, x[N], y[N];
static int total;

int main(void)
{
	int device_first = 0, device_last = 0;

	scale = 5;
	for (int i = 0; i < N; i++) {
		x[i] = 1;
		y[i] = i < N - 1 ? 0 : 2;
	}
	#pragma omp target data map(to: x, y)
	#pragma omp target map(to: scale) map(from: device_first, device_last) map(tofrom: total)
	{
		for (int i = 0; i < N; i++) {
			#pragma omp task depend(inout: x[i])
			x[i] = scale * x[i];
			#pragma omp task depend(inout: x[i])
			{
				x[i] = scale * x[i] + y[i];
				#pragma omp atomic
				total += (int)x[i];
			}
		}
		#pragma omp taskwait
		device_first = (int)x[0];
		device_last = (int)x[N - 1];
		#pragma omp task
		total += N - 2;
		#pragma omp taskwait
	}
	x[0] = 1;
	x[N - 1] = 2;
	printf("host %d %d device %d %d scale %g total %d\n", (int)x[0], (int)x[N - 1], device_first, device_last, scale, total);
	return 0;
}
