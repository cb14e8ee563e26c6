/* advice_order.c - values that are used between a construct without a barrier and the next barrier. */
#include "advice.h"

#include <stdlib.h>
#include <string.h>

/* A construct of the region that not all threads enter, or not for the same iterations, with no barrier at its end. */
struct open_construct {
	struct advice *advice;
	const struct site *site;
	const struct leaf *leaf;
	unsigned barrier; /* offset of the next barrier after it */
};

static bool ends_without_barrier(const struct leaf *leaf)
{
	if (leaf->kind == D_MASKED || leaf->kind == D_MASTER)
		return true;
	const struct leaf_clause *clause = leaf->clauses;
	while (clause && clause->clause->kind != C_NOWAIT)
		clause = clause->next;
	return (leaf->kind == D_FOR || leaf->kind == D_SINGLE) && clause && !clause->clause->expression;
}

/* Where the threads next wait for each other after the offset, at the latest. */
static unsigned next_barrier(const struct advice *advice, unsigned offset)
{
	unsigned first = advice->end;
	for (unsigned i = 0; i < advice->tree->site_count; i++) {
		const struct site *site = advice->tree->sites[i];
		if (!site || site->pragma->start < offset || site->pragma->start >= advice->end)
			continue;
		const struct leaf *leaf = &site->leaves[0];
		bool waits = leaf->kind == D_FOR || leaf->kind == D_SECTIONS || leaf->kind == D_SINGLE || leaf->kind == D_SCOPE;
		unsigned at = leaf->kind == D_BARRIER ? site->pragma->start : waits && !ends_without_barrier(leaf) ? site->statement->end : first;
		first = at < first ? at : first;
	}
	return first;
}

/* The leaf of the worksharing loop around an access that any thread may run; *any: it is run by any thread. */
static const struct leaf *loop_around(const struct advice *advice, unsigned offset, bool *any)
{
	const struct leaf *leaf = region_leaf_at(advice->tree, offset), *loop = NULL;
	for (; leaf && leaf != advice->team; leaf = leaf->outer) {
		if (leaf->kind == D_FOR)
			loop = leaf;
		else if (leaf->kind != D_SIMD && leaf->kind != D_SCOPE)
			break;
	}
	*any = leaf == advice->team && leaf;
	return loop;
}

/* A subscript of the form variable + rest, where rest is the same for all threads; loop is null for rest alone. */
struct place_in {
	const struct access_loop *loop;
	const struct polynomial *rest, *least;
	bool good;
};

static struct place_in place_of(const struct advice *advice, const struct memory_access *access, int dimension)
{
	struct polynomials p = {advice->source->arena, true};
	struct place_in place = {NULL, access->subscripts[dimension], access->subscripts[dimension], access->known[dimension]};
	long long factor;
	for (const struct access_loop *loop = access->loop; loop && place.good; loop = loop->outer) {
		const struct polynomial *one, *rest;
		if (!loop->variable || !polynomial_uses(place.rest, loop->variable))
			continue;
		place.good = !place.loop && loop->counted && polynomial_split(&p, place.rest, loop->variable, &one, &rest) &&
			     polynomial_is_constant(one, &factor) && factor == 1 && advice_same_for_all(advice, loop->lower, NULL);
		if (place.good)
			place = (struct place_in){loop, rest, polynomial_add(&p, rest, loop->lower, 1), true};
	}
	place.good = place.good && p.good && advice_same_for_all(advice, place.rest, NULL);
	return place;
}

/* b - a is a number, and that is near to 0. */
static bool is_near(const struct advice *advice, const struct polynomial *a, const struct polynomial *b, long long *apart)
{
	struct polynomials p = {advice->source->arena, true};
	return polynomial_is_constant(polynomial_add(&p, b, a, -1), apart) && p.good && llabs(*apart) <= 2;
}

static const struct access_loop *shared_access_loop(const struct leaf *leaf, const struct memory_access *access)
{
	const struct access_loop *loop = access->loop;
	while (leaf && loop && loop->start != leaf->site->loops[0].start)
		loop = loop->outer;
	return leaf ? loop : NULL;
}

static bool is_dynamic(const struct leaf *leaf)
{
	const struct clause *clause = leaf_clause(leaf, C_SCHEDULE);
	return clause && clause->keyword && (!strcmp(clause->keyword, "dynamic") || !strcmp(clause->keyword, "guided"));
}

/* Whether the loop's iterations are dealt out in an order that the directive itself fixes. */
static bool is_static(const struct leaf *leaf)
{
	const struct clause *clause = leaf_clause(leaf, C_SCHEDULE);
	return clause && clause->keyword && !strcmp(clause->keyword, "static");
}

/* Whether both loops have as many iterations. */
static bool are_as_long(const struct advice *advice, const struct access_loop *a, const struct access_loop *b)
{
	struct polynomials p = {advice->source->arena, true};
	return polynomial_equal(polynomial_add(&p, a->upper, a->lower, -1), polynomial_add(&p, b->upper, b->lower, -1)) && p.good;
}

/* Whether threads use elements that others write. */
static bool meets(const struct open_construct *open, const struct memory_access *write, const struct memory_access *use, const struct leaf *use_loop)
{
	const struct leaf *write_loop = open->leaf->kind == D_FOR ? open->leaf : NULL;
	const struct access_loop *dealt_write = shared_access_loop(write_loop, write), *dealt_use = shared_access_loop(use_loop, use);
	bool others = !write_loop, lined_up = false;
	if (write_loop && use_loop && is_static(write_loop) && is_static(use_loop))
		return false;
	if (write->rank != use->rank || (write_loop && !dealt_write) || (use_loop && !dealt_use))
		return false;
	for (int i = 0; i < write->rank; i++) {
		struct place_in from = place_of(open->advice, write, i), to = place_of(open->advice, use, i);
		long long apart;
		if (!from.good || !to.good || !is_near(open->advice, from.least, to.least, &apart))
			return false;
		if ((!from.loop || !to.loop) && apart != 0)
			return false;
		if (!dealt_write || from.loop != dealt_write)
			continue;
		if (!dealt_use || to.loop != dealt_use)
			others = to.loop || !use_loop; /* each thread uses elements of all of them */
		else if (!from.loop->every || !to.loop->every)
			return false;
		else if (apart == 0 && are_as_long(open->advice, from.loop, to.loop))
			lined_up = true; /* one iteration writes what the iteration of the same number uses */
		else
			others = true;
	}
	return others || (lined_up && (is_dynamic(write_loop) || is_dynamic(use_loop)));
}

/* Whether the variable is written in the region outside of the construct. */
static bool is_written_elsewhere(const struct open_construct *open, const struct variable *variable)
{
	const struct survey *survey = open->advice->tree->survey;
	const struct statement *statement = open->site->statement;
	return advice_is_written(survey, variable, open->advice->start, statement->start) ||
	       advice_is_written(survey, variable, statement->end, open->advice->end);
}

static void warn(const struct open_construct *open, const struct memory_access *write, const struct memory_access *use)
{
	struct advice *advice = open->advice;
	const struct clause *nowait = leaf_clause(open->leaf, C_NOWAIT);
	const struct pragma *pragma = open->site->pragma;
	findings_add(advice->findings, FINDING_WARNING, use->offset, "'%s' is used here while other threads may still be writing it",
		     advice_written(advice->source, use));
	findings_note(advice->findings, write->offset, "it is written here");
	if (nowait && !pragma->expanded) {
		unsigned start = nowait->offset;
		while (start > pragma->start && strchr(" \t,", advice->source->text[start - 1]))
			start--;
		findings_fix(advice->findings, nowait->offset, (struct fixit){start, nowait->offset + 6, ""},
			     "because of 'nowait' the threads go on at once; leave it out");
	} else if (!nowait) {
		findings_note(advice->findings, pragma->start, "'%s' has no barrier at its end; put '#pragma omp barrier' behind it", pragma->directive.spelling);
	}
}

static void about_construct(const struct open_construct *open)
{
	struct advice *advice = open->advice;
	const struct statement *statement = open->site->statement;
	for (const struct memory_access *write = advice->accesses.items; write; write = write->next) {
		if (write->offset < statement->start || write->offset >= statement->end || !write->write || write->conditional || !advice_runs_alike(advice, write->loop) || write->part || write->called || write->variable->of ||
		    region_leaf_at(advice->tree, write->offset) != open->leaf || !advice_is_shared(advice, open->leaf, write->variable) ||
		    (!write->rank && open->leaf->kind == D_FOR) || is_written_elsewhere(open, write->variable))
			continue;
		for (const struct memory_access *use = write; use; use = use->next) {
			bool any;
			if (use->variable != write->variable || use->offset < statement->end || use->offset >= open->barrier || !use->read ||
			    use->conditional || use->part || use->called || !advice_runs_alike(advice, use->loop))
				continue;
			const struct leaf *loop = loop_around(advice, use->offset, &any);
			if (!any || !advice_is_shared(advice, region_leaf_at(advice->tree, use->offset), use->variable) || !meets(open, write, use, loop))
				continue;
			warn(open, write, use);
			return;
		}
	}
}

void advice_about_order(struct advice *advice)
{
	for (unsigned i = 0; i < advice->tree->site_count; i++) {
		const struct site *site = advice->tree->sites[i];
		if (!site || site->pragma->start < advice->start || site->pragma->start >= advice->end || !site->statement->found)
			continue;
		const struct leaf *leaf = site_innermost((struct site *)site);
		if (site->leaves[0].outer != advice->team || !ends_without_barrier(leaf) || site->leaf_count > 1 || site->shared_loops > 1)
			continue;
		struct open_construct open = {advice, site, leaf, next_barrier(advice, site->statement->end)};
		about_construct(&open);
	}
}
