// What may not be in the region of a loop construct (6.0, 12.3): atomic, loop, parallel, simd and loop transformations may.
void work(int n, int *v, int x)
{
#pragma omp parallel loop
	for (int i = 0; i < n; i++) {
#pragma omp critical // error: 'critical' may not be nested in 'parallel loop', whose iterations may run at the same time in one thread
		x++;
	}
#pragma omp parallel
#pragma omp loop
	for (int i = 0; i < n; i++) {
		if (i % 2) {
#pragma omp task // error: 'task' may not be nested in 'loop'
			v[i] = i;
		}
#pragma omp assume holds(i >= 0)
		{
#pragma omp flush // error: 'flush' may not be nested in 'loop'
		}
	}
#pragma omp teams loop
	for (int i = 0; i < n; i++) {
#pragma omp barrier // error: 'barrier' may not be nested in 'teams loop'
#pragma omp taskwait // error: 'taskwait' may not be nested in 'teams loop'
		v[i] = i;
	}
#pragma omp loop bind(thread)
	for (int i = 0; i < n; i++) {
#pragma omp target // error: 'target' may not be nested in 'loop'
		v[i] = i;
	}
#pragma omp loop bind(thread)
	for (int i = 0; i < n; i++) {
#pragma omp atomic
		x++;
#pragma omp parallel
#pragma omp critical
		x++;
#pragma omp simd
		for (int j = 0; j < 3; j++)
			v[j] = i;
	}
}
