#include "places.h"

#include "error.h"
#include "topology.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PLACES_LIMIT = 4096 }; /* places that an interval may name before leaving out the unusable ones */

int ppcc_processors(cpu_set_t *set)
{
	CPU_ZERO(set);
	if (sched_getaffinity(0, sizeof *set, set) != 0 || CPU_COUNT(set) == 0)
		CPU_SET(0, set);
	return CPU_COUNT(set);
}

static void add_place(struct places *places, const cpu_set_t *set)
{
	if (CPU_COUNT(set) == 0)
		return;
	cpu_set_t *sets = realloc(places->sets, (size_t)(places->count + 1) * sizeof *sets);
	if (!sets)
		ppcc_fatal("out of memory for the place list");
	sets[places->count++] = *set;
	places->sets = sets;
}

/* ------------------------------------------------------------------------------------------- abstract names */

/* A place for each unit that has processors left, limit of them at most; 0: no limit. */
static void group_processors(const cpu_set_t *allowed, enum ppcc_unit unit, int limit, struct places *places)
{
	cpu_set_t left = *allowed, set;
	for (int first = 0; first < CPU_SETSIZE && (limit == 0 || places->count < limit); first++) {
		if (!CPU_ISSET(first, &left))
			continue;
		ppcc_topology_unit(first, unit, allowed, &set);
		CPU_AND(&set, &set, &left);
		CPU_XOR(&left, &left, &set);
		add_place(places, &set);
	}
}

void ppcc_places_cores(const cpu_set_t *allowed, int limit, struct places *places)
{
	group_processors(allowed, PPCC_UNIT_CORES, limit, places);
}

/* ------------------------------------------------------------------------------------------- the text */

static void skip_space(const char **at)
{
	while (isspace((unsigned char)**at))
		++*at;
}

static bool accept(const char **at, char c)
{
	skip_space(at);
	if (**at != c)
		return false;
	++*at;
	return true;
}

static bool number(const char **at, long low, long *value)
{
	char *end;
	skip_space(at);
	if (!isdigit((unsigned char)**at) && **at != '-' && **at != '+')
		return false;
	*value = strtol(*at, &end, 10);
	if (end == *at || *value < low || *value > INT_MAX)
		return false;
	*at = end;
	return true;
}

/* The ":length[:stride]" after a resource or a place; length 1 and stride 1 when absent. */
static bool interval(const char **at, long *length, long *stride)
{
	*length = *stride = 1;
	if (!accept(at, ':'))
		return true;
	if (!number(at, 1, length) || *length > PLACES_LIMIT)
		return false;
	return !accept(at, ':') || number(at, -INT_MAX, stride);
}

static void set_processor(cpu_set_t *set, long processor, bool on)
{
	if (processor < 0 || processor >= CPU_SETSIZE)
		return;
	if (on)
		CPU_SET((int)processor, set);
	else
		CPU_CLR((int)processor, set);
}

/* resource-interval {"," resource-interval}, up to "}"; a "!" takes the processor out again. */
static bool resources(const char **at, cpu_set_t *set)
{
	CPU_ZERO(set);
	do {
		long first, length, stride;
		bool out = accept(at, '!');
		if (!number(at, 0, &first) || !interval(at, &length, &stride))
			return false;
		for (long i = 0; i < length; i++)
			set_processor(set, first + i * stride, !out);
	} while (accept(at, ','));
	return accept(at, '}');
}

/* A place: {resources} or one processor number. */
static bool place(const char **at, cpu_set_t *set)
{
	long processor;
	if (accept(at, '{'))
		return resources(at, set);
	CPU_ZERO(set);
	if (!number(at, 0, &processor))
		return false;
	set_processor(set, processor, true);
	return true;
}

static void shifted(const cpu_set_t *set, long by, const cpu_set_t *allowed, cpu_set_t *result)
{
	CPU_ZERO(result);
	for (long cpu = 0; cpu < CPU_SETSIZE; cpu++)
		if (CPU_ISSET((int)cpu, set) && cpu + by >= 0 && cpu + by < CPU_SETSIZE && CPU_ISSET((int)(cpu + by), allowed))
			CPU_SET((int)(cpu + by), result);
}

static void remove_place(struct places *places, const cpu_set_t *set)
{
	for (int i = 0; i < places->count; i++)
		if (CPU_EQUAL(&places->sets[i], set)) {
			places->count--;
			memmove(&places->sets[i], &places->sets[i + 1], (size_t)(places->count - i) * sizeof *places->sets);
			return;
		}
}

static bool explicit_places(const char *text, const cpu_set_t *allowed, struct places *places)
{
	do {
		cpu_set_t set, moved;
		long length, stride;
		bool out = accept(&text, '!');
		if (!place(&text, &set) || !interval(&text, &length, &stride))
			return false;
		for (long i = 0; i < length; i++) {
			shifted(&set, i * stride, allowed, &moved);
			if (out)
				remove_place(places, &moved);
			else
				add_place(places, &moved);
		}
	} while (accept(&text, ','));
	skip_space(&text);
	return *text == '\0';
}

/* name [ "(" count ")" ]; *matched tells whether the text begins with a name at all. */
static bool abstract_places(const char *text, const cpu_set_t *allowed, struct places *places, bool *matched)
{
	static const char *const names[] = {/* in the order of enum ppcc_unit */ "threads", "cores", "sockets", "ll_caches", "numa_domains"};
	size_t which = 0, length = 0;
	long limit = 0;
	skip_space(&text);
	while (isalpha((unsigned char)text[length]) || text[length] == '_')
		length++;
	*matched = length > 0;
	while (which < 5 && (strlen(names[which]) != length || strncasecmp(text, names[which], length) != 0))
		which++;
	text += length;
	if (which == 5 || (accept(&text, '(') && (!number(&text, 1, &limit) || !accept(&text, ')'))))
		return false;
	skip_space(&text);
	if (*text)
		return false;
	group_processors(allowed, (enum ppcc_unit)which, (int)limit, places);
	return true;
}

bool ppcc_places_parse(const char *text, const cpu_set_t *allowed, struct places *places)
{
	struct places read = {NULL, 0};
	bool named = false;
	if (abstract_places(text, allowed, &read, &named) || (!named && explicit_places(text, allowed, &read))) {
		if (read.count > 0) {
			*places = read;
			return true;
		}
	}
	free(read.sets);
	return false;
}

void ppcc_place_text(const cpu_set_t *set, char *buffer, size_t size)
{
	size_t used = 0;
	const char *before = "{";
	for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
		if (!CPU_ISSET(cpu, set))
			continue;
		int run = 1;
		while (cpu + run < CPU_SETSIZE && CPU_ISSET(cpu + run, set))
			run++;
		if (used < size)
			used += (size_t)snprintf(buffer + used, size - used, run > 1 ? "%s%d:%d" : "%s%d", before, cpu, run);
		before = ",";
		cpu += run;
	}
	if (used < size)
		snprintf(buffer + used, size - used, "}");
}
