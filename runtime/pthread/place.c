/*
 * place.c - which place each thread of a team runs on (OpenMP 5.2, 10.1.3).
 */
#include "../common/context.h"
#include "team.h"

static _Thread_local int bound_place __attribute__((tls_model("initial-exec"))) = -1; /* of the operating system's thread */

/* First place of part `index` when `count` places are split into `parts` runs of nearly equal length. */
static int part_start(int count, int parts, int index)
{
	return (int)((long long)count * index / parts);
}

/* Threads share places: consecutive numbers go to one place, the places from the parent's on are taken in turn. */
static void assign_shared(struct team *team, int first, int count, int start, bool narrow)
{
	for (int i = 0; i < team->size; i++) {
		struct member *member = team->members[i];
		int group = 0;
		while (part_start(team->size, count, group + 1) <= i)
			group++;
		member->place = first + (start + group) % count;
		member->partition_first = narrow ? member->place : first;
		member->partition_count = narrow ? 1 : count;
	}
}

static void assign_close(struct team *team, int first, int count, int start)
{
	for (int i = 0; i < team->size; i++) {
		team->members[i]->place = first + (start + i) % count;
		team->members[i]->partition_first = first;
		team->members[i]->partition_count = count;
	}
}

static void assign_spread(struct team *team, int first, int count, int start)
{
	int parts = team->size, own = 0;
	while (part_start(count, parts, own + 1) <= start)
		own++;
	for (int i = 0; i < parts; i++) {
		struct member *member = team->members[i];
		int part = (own + i) % parts, low = part_start(count, parts, part);
		member->place = first + (i == 0 ? start : low);
		member->partition_first = first + low;
		member->partition_count = part_start(count, parts, part + 1) - low;
	}
}

void ppcc_places_assign(struct team *team, omp_proc_bind_t bind)
{
	const struct member *outer = team->outer;
	if (ppcc_global.places.count == 0 || bind == omp_proc_bind_false)
		return;
	if (!outer) { /* the thread itself: the first place, the whole list */
		team->first->place = 0;
		team->first->partition_first = 0;
		team->first->partition_count = ppcc_global.places.count;
		return;
	}
	int first = outer->partition_first, count = outer->partition_count, place = outer->place;
	if (count == 0)
		return;
	int start = place >= first && place < first + count ? place - first : 0;
	if (team->placed_size == team->size && team->placed_bind == (int)bind && team->placed_place == place)
		return;
	team->placed_size = team->size;
	team->placed_bind = (int)bind;
	team->placed_place = place;
	if (bind == omp_proc_bind_primary)
		for (int i = 0; i < team->size; i++) {
			team->members[i]->place = first + start;
			team->members[i]->partition_first = first;
			team->members[i]->partition_count = count;
		}
	else if (team->size > count)
		assign_shared(team, first, count, start, bind == omp_proc_bind_spread);
	else if (bind == omp_proc_bind_spread)
		assign_spread(team, first, count, start);
	else
		assign_close(team, first, count, start);
}

void ppcc_places_bind(const struct member *me)
{
	if (me->place < 0 || me->place == bound_place)
		return;
	bound_place = me->place;
	sched_setaffinity(0, sizeof(cpu_set_t), &ppcc_global.places.sets[me->place]);
}

void ppcc_places_show(struct member *me)
{
	if (me->shown_size == me->self.team_size && me->shown_place == me->place)
		return;
	me->shown_size = me->self.team_size;
	me->shown_place = me->place;
	omp_display_affinity(NULL);
}
