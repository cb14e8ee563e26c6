/*
 * topology.h - which processors share a core, a cache, a socket or a memory, as the kernel shows it under /sys.
 */
#ifndef PPCC_COMMON_TOPOLOGY_H
#define PPCC_COMMON_TOPOLOGY_H

#include "places.h"

enum ppcc_unit { /* the abstract names of OMP_PLACES (OpenMP 5.2, table 21.1) */
	PPCC_UNIT_THREADS,
	PPCC_UNIT_CORES,
	PPCC_UNIT_SOCKETS,
	PPCC_UNIT_LL_CACHES,
	PPCC_UNIT_NUMA_DOMAINS
};

/* Adds the numbers that a file lists as "0-3,5" to the set; false when there is no such file or it lists none. */
bool ppcc_topology_list(const char *path, cpu_set_t *set);

/* The processors of the unit that a processor is in.  Without knowledge of it a core is one processor, and a larger unit
   all of `allowed`. */
void ppcc_topology_unit(int processor, enum ppcc_unit unit, const cpu_set_t *allowed, cpu_set_t *set);

#endif
