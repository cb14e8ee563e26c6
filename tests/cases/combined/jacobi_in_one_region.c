// combined: an iterative solver in one parallel region: loops with reduction, single, barriers and a shared stop flag.
// expect: steps 10 residual 1 team 3
#include <omp.h>
#include <stdio.h>

enum { N = 50 };

int main(void)
{
	double u[N], v[N], change = 0;
	int steps = 0, stop = 0, team = 0;
	for (int i = 0; i < N; i++)
		u[i] = v[i] = i == N - 1;
	#pragma omp parallel num_threads(3) shared(u, v, change, steps, stop)
	{
		while (!stop) {
			#pragma omp barrier
			#pragma omp single
			change = 0;
			#pragma omp for reduction(+: change)
			for (int i = 1; i < N - 1; i++) {
				v[i] = (u[i - 1] + u[i + 1]) / 2;
				change += (v[i] - u[i]) * (v[i] - u[i]);
			}
			#pragma omp for
			for (int i = 1; i < N - 1; i++)
				u[i] = v[i];
			#pragma omp single
			{
				steps++;
				stop = steps == 10;
			}
		}
		#pragma omp masked
		team = omp_get_num_threads();
	}
	printf("steps %d residual %d team %d\n", steps, change > 0 && change < 0.01, team);
	return 0;
}
