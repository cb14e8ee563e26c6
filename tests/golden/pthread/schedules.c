/* Each schedule, loops that count down, collapse. */
void schedules(double *v, int n, int chunk)
{
	#pragma omp parallel for schedule(static, 4)
	for (int i = 0; i < n; i++)
		v[i] += 1;

	#pragma omp parallel for schedule(dynamic, chunk)
	for (int i = n - 1; i >= 0; i -= 2)
		v[i] += 2;

	#pragma omp parallel for collapse(2) schedule(guided)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 3; j++)
			v[i] += j;

	#pragma omp parallel for ordered schedule(runtime)
	for (int i = 0; i < n; i++) {
		#pragma omp ordered
		v[0] += v[i];
	}
}
