/* One program, many threads: each takes its share of the work by its number. */
#include <omp.h>

double parts[64];

void fill(double *values, int n)
{
	int team = 1;

	#pragma omp parallel num_threads(4)
	{
		int id = omp_get_thread_num(), count = omp_get_num_threads();

		if (id == 0)
			team = count;
		for (int i = id; i < n; i += count)
			values[i] = 1.0 / (i + 1);
		parts[id] = values[id];
	}
	parts[team] = 0;
}
