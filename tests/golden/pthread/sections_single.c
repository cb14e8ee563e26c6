/* sections, single with copyprivate, master, critical, barrier in one region. */
int steps_taken(int start)
{
	int total = 0, first = 0, second = 0;

	#pragma omp parallel shared(total) num_threads(3)
	{
		int seed;

		#pragma omp single copyprivate(seed)
		seed = start;

		#pragma omp sections
		{
			#pragma omp section
			first = seed + 1;
			#pragma omp section
			second = seed + 2;
		}

		#pragma omp master
		total += first;

		#pragma omp barrier

		#pragma omp critical(totals)
		total += second;
	}
	return total;
}
