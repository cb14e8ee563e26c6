// environment: OMP_PLACES="{0}" makes one place with one processor; a thread bound to it is on place 0.
// env: OMP_PLACES={0}
// env: OMP_PROC_BIND=true
// expect: places 1 procs 1 id 0 inside 0 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int id = -1, place[2] = {-1, -1};
	omp_get_place_proc_ids(0, &id);
	#pragma omp parallel num_threads(2)
	place[omp_get_thread_num()] = omp_get_place_num();
	printf("places %d procs %d id %d inside %d %d\n", omp_get_num_places(), omp_get_place_num_procs(0), id, place[0], place[1]);
	return 0;
}
