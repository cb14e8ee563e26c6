/*
 * routines_places.c - omp_* routines about places (OpenMP 5.2, 18.3.1 - 18.3.7).
 */
#include "context.h"

omp_proc_bind_t omp_get_proc_bind(void)
{
	return ppcc_icv()->bind;
}

int omp_get_num_places(void)
{
	ppcc_initialise();
	return ppcc_global.places.count;
}

static const cpu_set_t *place_set(int place)
{
	ppcc_initialise();
	return place >= 0 && place < ppcc_global.places.count ? &ppcc_global.places.sets[place] : NULL;
}

int omp_get_place_num_procs(int place)
{
	const cpu_set_t *set = place_set(place);
	return set ? CPU_COUNT(set) : 0;
}

void omp_get_place_proc_ids(int place, int *ids)
{
	const cpu_set_t *set = place_set(place);
	for (int cpu = 0; set && cpu < CPU_SETSIZE; cpu++)
		if (CPU_ISSET(cpu, set))
			*ids++ = cpu;
}

int omp_get_place_num(void)
{
	return ppcc_thread_place();
}

int omp_get_partition_num_places(void)
{
	int first, count;
	ppcc_thread_partition(&first, &count);
	return count;
}

void omp_get_partition_place_nums(int *places)
{
	int first, count;
	ppcc_thread_partition(&first, &count);
	for (int i = 0; i < count; i++)
		places[i] = (first + i) % ppcc_global.places.count;
}
