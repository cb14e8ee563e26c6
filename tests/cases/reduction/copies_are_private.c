// reduction: on parallel, for, parallel for, sections and parallel sections each thread works on its own copy, not on the original.
// expect: wrong 0 sums 100006 100006 100006 100006 100006
#include <stdio.h>

static int meet(int *arrived, int copy)
{
	/* every thread adds before any looks again: a shared copy would show the others' additions */
	#pragma omp atomic
	*arrived += 1;
	for (int n = 0; n < 3;) {
		#pragma omp atomic read
		n = *arrived;
	}
	return copy != 2;
}

int main(void)
{
	int a = 100000, b = 100000, c = 100000, d = 100000, e = 100000, wrong = 0, arrived[5] = {0};
	#pragma omp parallel num_threads(3) reduction(+: a)
	{
		int bad = a != 0;
		a += 2;
		bad += meet(&arrived[0], a) + (a != 2);
		#pragma omp atomic
		wrong += bad;
	}
	#pragma omp parallel num_threads(3)
	{
		#pragma omp for reduction(+: b) schedule(static, 1)
		for (int i = 0; i < 3; i++) {
			int bad = b != 0;
			b += 2;
			bad += meet(&arrived[1], b) + (b != 2);
			#pragma omp atomic
			wrong += bad;
		}
	}
	#pragma omp parallel for num_threads(3) reduction(+: c) schedule(static, 1)
	for (int i = 0; i < 3; i++) {
		int bad = c != 0;
		c += 2;
		bad += meet(&arrived[2], c) + (c != 2);
		#pragma omp atomic
		wrong += bad;
	}
	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections reduction(+: d)
		{
			#pragma omp section
			{
				d += 2;
				if (meet(&arrived[3], d) + (d != 2)) {
					#pragma omp atomic
					wrong++;
				}
			}
			#pragma omp section
			{
				d += 2;
				if (meet(&arrived[3], d) + (d != 2)) {
					#pragma omp atomic
					wrong++;
				}
			}
			#pragma omp section
			{
				d += 2;
				if (meet(&arrived[3], d) + (d != 2)) {
					#pragma omp atomic
					wrong++;
				}
			}
		}
	}
	#pragma omp parallel sections num_threads(3) reduction(+: e, wrong)
	{
		#pragma omp section
		{
			e += 2;
			wrong += meet(&arrived[4], e) + (e != 2);
		}
		#pragma omp section
		{
			e += 2;
			wrong += meet(&arrived[4], e) + (e != 2);
		}
		#pragma omp section
		{
			e += 2;
			wrong += meet(&arrived[4], e) + (e != 2);
		}
	}
	printf("wrong %d sums %d %d %d %d %d\n", wrong, a, b, c, d, e);
	return 0;
}
