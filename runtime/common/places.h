/*
 * places.h - processors, and the list of places that OMP_PLACES names (OpenMP 5.2, 21.1.6).
 */
#ifndef PPCC_COMMON_PLACES_H
#define PPCC_COMMON_PLACES_H

#ifndef _GNU_SOURCE
#error "the runtime is compiled with _GNU_SOURCE defined"
#endif

#include <sched.h>
#include <stdbool.h>

struct places {
	cpu_set_t *sets; /* one per place, none empty */
	int count;
};

/* The processors that the process may run on; their number, at least 1. */
int ppcc_processors(cpu_set_t *set);

/* Reads a value of OMP_PLACES.  Processors outside `allowed` are left out, and places that are then empty.  False when
   the text is not a place list; *places is then untouched. */
bool ppcc_places_parse(const char *text, const cpu_set_t *allowed, struct places *places);

/* Places of one core each (hardware threads together), limit of them at most; 0: no limit. */
void ppcc_places_cores(const cpu_set_t *allowed, int limit, struct places *places);

/* The place as the standard writes it, {0,1,4:3}; cut to size, always ended. */
void ppcc_place_text(const cpu_set_t *set, char *buffer, size_t size);

#endif
