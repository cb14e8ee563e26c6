// places and binding per nesting level: every thread runs in its place, close fills neighbours, spread splits the partition.
// env: OMP_PLACES=threads
// env: OMP_PROC_BIND=spread,close
// env: OMP_MAX_ACTIVE_LEVELS=2
// reference: none because what is a place of the initial task's partition differs
// expect: list 1 partition 1
// expect: policy 4 3
// expect: outer 1 inner 1
// expect: primary 1 close 1 spread 1
// expect: no such place 0
#define _GNU_SOURCE
#include <omp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

static int runs_in_its_place(void)
{
	int place = omp_get_place_num(), count = place < 0 ? 0 : omp_get_place_num_procs(place), found = 0, cpu = sched_getcpu();
	int *ids = malloc((size_t)(count + 1) * sizeof *ids);
	omp_get_place_proc_ids(place, ids);
	for (int i = 0; i < count; i++)
		found |= ids[i] == cpu;
	free(ids);
	return found;
}

static int place_is_in_partition(void)
{
	int count = omp_get_partition_num_places(), found = 0;
	int *places = malloc((size_t)(count + 1) * sizeof *places);
	omp_get_partition_place_nums(places);
	for (int i = 0; i < count; i++)
		found |= places[i] == omp_get_place_num();
	free(places);
	return found;
}

int main(void)
{
	int places = omp_get_num_places(), total = 0, outer = 1, inner = 1, second = -1;
	for (int i = 0; i < places; i++)
		total += omp_get_place_num_procs(i);
	printf("list %d partition %d\n", places >= 1 && total == places, omp_get_partition_num_places() == places);
	int first = omp_get_proc_bind();
	#pragma omp parallel num_threads(2) reduction(&& : outer, inner)
	{
		outer = outer && runs_in_its_place() && place_is_in_partition();
		#pragma omp master
		second = omp_get_proc_bind();
		#pragma omp parallel num_threads(3) reduction(&& : inner)
		inner = inner && runs_in_its_place() && place_is_in_partition();
	}
	printf("policy %d %d\n", first, second);
	printf("outer %d inner %d\n", outer, inner);

	int primary = 1, close = 1, spread = 1, home = omp_get_place_num();
	#pragma omp parallel num_threads(4) proc_bind(primary) reduction(&& : primary)
	primary = primary && omp_get_place_num() == home && omp_get_partition_num_places() == places;
	#pragma omp parallel num_threads(places) proc_bind(close) reduction(&& : close)
	close = close && omp_get_place_num() == (home + omp_get_thread_num()) % places && omp_get_partition_num_places() == places;
	#pragma omp parallel num_threads(places) proc_bind(spread) reduction(&& : spread)
	spread = spread && omp_get_partition_num_places() == 1 && place_is_in_partition();
	printf("primary %d close %d spread %d\n", primary, close, spread);
	printf("no such place %d\n", omp_get_place_num_procs(places) + omp_get_place_num_procs(-1));
	return 0;
}
