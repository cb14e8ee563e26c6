/* One thread at a time: a named critical section, and the atomic update of one variable. */
int hits, calls;

void count(const int *values, int n, int limit)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		if (values[i] > limit) {
			#pragma omp critical(counting)
			{
				hits++;
				limit = values[i];
			}
		}
		#pragma omp atomic
		calls++;
	}
}
