/* advice_depend.c - elements of arrays that one iteration of a shared loop writes and another one uses. */
#include "advice.h"

#include <stdlib.h>

enum { FARTHEST = 8, SURE = 1 }; /* iterations between two; where the number of iterations is not known */

/* Two accesses to elements of one array in a loop over `variable`. */
struct pair {
	const struct advice *advice;
	const struct memory_access *write, *other;
	const struct variable *variable;
	long long distance; /* the other happens so many iterations, counted in the variable, after the write */
	bool found;         /* distance is known */
};

/* Whether the rest of both subscripts is the same expression of variables that are the same for both. */
static bool is_comparable(const struct pair *pair, const struct polynomial *value)
{
	for (; value; value = value->next)
		for (int i = 0; i < value->degree; i++) {
			const struct variable *variable = value->variables[i];
			const struct access_loop *one = advice_loop_of(pair->write->loop, variable), *two = advice_loop_of(pair->other->loop, variable);
			struct polynomials p = {pair->advice->source->arena, true};
			if (one != two || !advice_same_for_all(pair->advice, polynomial_variable(&p, variable), pair->write->loop))
				return false;
		}
	return true;
}

/* One dimension.  False: there is no element that both certainly use, or none in two iterations. */
static bool compare(struct pair *pair, int dimension)
{
	struct polynomials p = {pair->advice->source->arena, true};
	const struct polynomial *factor[2], *rest[2];
	if (!pair->write->known[dimension] || !pair->other->known[dimension] ||
	    !polynomial_split(&p, pair->write->subscripts[dimension], pair->variable, &factor[0], &rest[0]) ||
	    !polynomial_split(&p, pair->other->subscripts[dimension], pair->variable, &factor[1], &rest[1]))
		return false;
	if (!polynomial_equal(factor[0], factor[1]) || !is_comparable(pair, factor[0]) || !is_comparable(pair, rest[0]) || !is_comparable(pair, rest[1]))
		return false;
	const struct polynomial *apart = polynomial_add(&p, rest[0], rest[1], -1);
	if (!factor[0])
		return p.good && !apart;
	for (long long distance = -FARTHEST; distance <= FARTHEST; distance++) {
		const struct polynomial *more = polynomial_add(&p, apart, factor[0], -distance);
		if (!p.good || more)
			continue;
		bool fits = !pair->found || pair->distance == distance;
		pair->distance = distance;
		pair->found = true;
		return fits;
	}
	return false;
}

static bool is_candidate(const struct advice *advice, const struct memory_access *access)
{
	return access->rank > 0 && advice_is_everybodys(advice, access) &&
	       (access->variable->type->class == TYPE_ARRAY ||
		!advice_is_written(advice->tree->survey, access->variable, advice->start, advice->end));
}

static bool is_dependence(struct pair *pair, long long iterations)
{
	if (pair->write->variable != pair->other->variable || pair->write->rank != pair->other->rank)
		return false;
	for (int i = 0; i < pair->write->rank; i++)
		if (!compare(pair, i))
			return false;
	long long farthest = iterations < 0 ? SURE : iterations - 1;
	return pair->found && pair->distance != 0 && llabs(pair->distance) <= farthest;
}

/* "the one before it", "the one 3 before it", "the next one". */
static const char *which(const struct pair *pair, long long after)
{
	struct arena *arena = pair->advice->source->arena;
	return after == 1 ? "the one before it" : after == -1 ? "the next one"
	       : arena_printf(arena, after > 0 ? "the one %lld before it" : "the one %lld after it", llabs(after));
}

static void warn(const struct pair *pair)
{
	const struct advice *advice = pair->advice;
	const struct site *site = advice->loop->site;
	long long after = site->loops[0].down ? -pair->distance : pair->distance;
	const char *name = pair->write->variable->name, *other = which(pair, after), *directive = site->pragma->directive.spelling;
	const char *written = advice_written(advice->source, pair->write), *used = advice_written(advice->source, pair->other);
	if (!pair->other->read) {
		findings_add(advice->findings, FINDING_WARNING, pair->other->offset, "an iteration of '%s' writes what %s writes: '%s'", directive, other, used);
		findings_note(advice->findings, pair->write->offset, "that one writes it here, as '%s'", written);
		return;
	}
	findings_add(advice->findings, FINDING_WARNING, pair->other->offset, after > 0 ? "an iteration of '%s' uses what %s writes: '%s'"
		     : "an iteration of '%s' uses what %s overwrites: '%s'", directive, other, used);
	findings_note(advice->findings, pair->write->offset, after > 0 ? "that one writes it here, as '%s'" : "that one overwrites it here, as '%s'", written);
	if (after > 0)
		findings_note(advice->findings, site->pragma->start, "the iterations run at the same time and in any order; compute each from "
			      "values that no other one changes, or leave the loop to one thread");
	else
		findings_note(advice->findings, site->pragma->start, "the iterations run at the same time and in any order; let them read a copy of '%s' "
			      "that the loop does not change", name);
}

void advice_about_dependences(struct advice *advice)
{
	const struct site *site = advice->loop->site;
	long long iterations = advice_iterations(advice);
	if (site->shared_loops > 1 || !site->loops[0].variable || !site->loops[0].unit)
		return;
	for (const struct memory_access *write = advice->accesses.items; write; write = write->next) {
		if (!write->write || !is_candidate(advice, write))
			continue;
		for (const struct memory_access *other = advice->accesses.items; other; other = other->next) {
			struct pair pair = {advice, write, other, site->loops[0].variable, 0, false};
			if (other == write || !is_candidate(advice, other) || !is_dependence(&pair, iterations))
				continue;
			warn(&pair);
			return;
		}
	}
}
