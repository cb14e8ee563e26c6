// routines: the place queries agree with each other, also when there are no places.
// expect: ok 1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	int ok = 1, places = omp_get_num_places();
	ok &= places >= 0;
	for (int p = 0; p < places; p++) {
		int n = omp_get_place_num_procs(p);
		int *ids = malloc((n > 0 ? (size_t)n : 1) * sizeof *ids);
		if (!ids)
			return 1;
		ok &= n > 0;
		omp_get_place_proc_ids(p, ids);
		for (int i = 0; i < n; i++)
			ok &= ids[i] >= 0;
		free(ids);
	}
	ok &= omp_get_place_num() >= -1 && omp_get_place_num() < (places > 0 ? places : 1);
	ok &= omp_get_partition_num_places() >= 0 && omp_get_partition_num_places() <= places;
	omp_proc_bind_t bind = omp_get_proc_bind();
	ok &= bind >= omp_proc_bind_false && bind <= omp_proc_bind_spread;
	printf("ok %d\n", ok);
	return 0;
}
