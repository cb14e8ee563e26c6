void relax(double *cells, int n, int steps)
{
	#pragma omp parallel
	#pragma omp single
	for (int step = 0; step < steps; step++) {
		#pragma omp taskgraph graph_id(n) graph_reset(step == 100)
		{
			for (int i = 1; i < n; i++) {
				#pragma omp task depend(in : cells[i - 1]) depend(inout : cells[i]) firstprivate(step) firstprivate(saved : n)
				cells[i] += cells[i - 1] / (step + n);
			}
			#pragma omp taskwait
			#pragma omp task
			cells[0] += 1;
		}
	}
}
