#include "extents.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_LOOPS = 12 }; /* around one access */

struct extents {
	struct survey *survey;
	const struct accesses *accesses;
	struct arena *arena;
	unsigned start, end;
};

/* The least and the greatest value of a subscript. */
struct range {
	const struct polynomial *least, *greatest;
	bool known;
	bool reached; /* the subscript takes both values whenever the nest does anything */
};

/* The loops around an access, innermost first, with the values for which the access happens. */
struct chain {
	const struct access_loop *loops[MOST_LOOPS];
	const struct polynomial *lower[MOST_LOOPS], *upper[MOST_LOOPS];
	int count;
	bool known, reached;
};

/* ---------------------------------------------------------------------------------------------- signs */

/* A number that the variable is not less than where the loops run.  False: none is known. */
static bool least_value(const struct chain *chain, const struct variable *variable, int depth, long long *least)
{
	bool found = variable->type->class == TYPE_UNSIGNED;
	*least = 0;
	for (int i = 0; i < chain->count && depth < 4; i++) {
		const struct access_loop *loop = chain->loops[i];
		const struct polynomial *lower = loop->lower, *upper = loop->upper;
		long long from, more;
		bool known = polynomial_is_constant(lower, &from);
		if (!known && lower->degree == 1 && lower->factor == 1 && polynomial_is_constant(lower->next, &more)) {
			known = least_value(chain, lower->variables[0], depth + 1, &from);
			from += more;
		}
		/* upper = variable + more: where the loop runs, that is not less than lower */
		bool bounds = upper && upper->degree == 1 && upper->factor == 1 && upper->variables[0] == variable && polynomial_is_constant(upper->next, &more);
		if (!known || !(bounds || loop->variable == variable))
			continue;
		from -= loop->variable == variable ? 0 : more;
		*least = found && *least > from ? *least : from;
		found = true;
	}
	return found;
}

/* Each variable is its least value and something more: no term may be negative then. */
static bool not_negative(const struct chain *chain, struct polynomials *p, const struct polynomial *a)
{
	const struct polynomial *sum = NULL;
	for (; a; a = a->next) {
		const struct polynomial *term = polynomial_constant(p, a->factor);
		for (int i = 0; i < a->degree; i++) {
			long long least;
			if (!least_value(chain, a->variables[i], 0, &least))
				return false;
			const struct polynomial *value = polynomial_add(p, polynomial_variable(p, a->variables[i]), polynomial_constant(p, least), 1);
			term = polynomial_multiply(p, term, value);
		}
		sum = polynomial_add(p, sum, term, 1);
	}
	for (; sum; sum = sum->next)
		if (sum->factor < 0)
			return false;
	return p->good;
}

/* ---------------------------------------------------------------------------------------------- ranges */

/* Where an inner loop's bounds depend on an outer loop's variable, the values of that for which the inner loop runs. */
static void tighten(struct extents *extents, struct chain *chain)
{
	for (int k = 0; k < chain->count; k++)
		for (int m = k + 1; m < chain->count; m++) {
			struct polynomials p = {extents->arena, true};
			const struct polynomial *factor, *rest, *length = polynomial_add(&p, chain->upper[k], chain->lower[k], -1);
			const struct variable *variable = chain->loops[m]->variable;
			long long sign, apart;
			if (!polynomial_uses(length, variable))
				continue;
			if (!polynomial_split(&p, length, variable, &factor, &rest) || !polynomial_is_constant(factor, &sign) || labs(sign) != 1) {
				chain->reached = false;
				continue;
			}
			const struct polynomial **bound = sign < 0 ? &chain->upper[m] : &chain->lower[m];
			const struct polynomial *limit = sign < 0 ? rest : polynomial_add(&p, NULL, rest, -1);
			if (!polynomial_is_constant(polynomial_add(&p, limit, *bound, -1), &apart) || !p.good)
				chain->reached = false;
			else if (sign < 0 ? apart < 0 : apart > 0)
				*bound = limit;
		}
}

/* How often a loop of the chain runs, where it does. */
static const struct polynomial *times_of(const struct extents *extents, const struct chain *chain, int i)
{
	struct polynomials p = {extents->arena, true};
	return polynomial_add(&p, polynomial_add(&p, chain->upper[i], chain->lower[i], -1), polynomial_constant(&p, 1), 1);
}

/* Whether the loop runs whenever those around it do. */
static bool is_sure_to_run(const struct extents *extents, const struct chain *chain, int i)
{
	struct polynomials p = {extents->arena, true};
	struct chain around = {.count = 0};
	for (int k = i + 1; k < chain->count; k++) {
		around.lower[around.count] = chain->lower[k];
		around.upper[around.count] = chain->upper[k];
		around.loops[around.count++] = chain->loops[k];
	}
	return not_negative(&around, &p, polynomial_add(&p, chain->upper[i], chain->lower[i], -1));
}

static bool is_in_loop(const struct memory_access *access, const struct access_loop *wanted)
{
	for (const struct access_loop *loop = access->loop; loop; loop = loop->outer)
		if (loop == wanted)
			return true;
	return false;
}

/* Whether all uses of what the pointer points to are in the loop. */
static bool is_around_all(const struct extents *extents, const struct variable *variable, const struct access_loop *loop)
{
	for (const struct memory_access *access = extents->accesses->items; access; access = access->next)
		if (access->variable == variable && access->rank > 0 && !is_in_loop(access, loop))
			return false;
	return true;
}

/* Of the loops around it; common: only of those that are around all uses of the variable. */
static struct chain chain_of(struct extents *extents, const struct memory_access *access, bool common)
{
	struct chain chain = {.known = true, .reached = !access->conditional};
	for (const struct access_loop *loop = access->loop; loop; loop = loop->outer) {
		if (!loop->counted || chain.count == MOST_LOOPS) {
			chain.known = chain.known && loop->variable == NULL; /* a while loop */
			chain.reached = false;
			continue;
		}
		if (common && !is_around_all(extents, access->variable, loop))
			continue;
		chain.reached &= loop->every;
		chain.lower[chain.count] = loop->lower;
		chain.upper[chain.count] = loop->upper;
		chain.loops[chain.count++] = loop;
	}
	tighten(extents, &chain);
	for (int i = 0; i < chain.count; i++) {
		long long times;
		chain.reached &= !polynomial_is_constant(times_of(extents, &chain, i), &times) || times > 0;
	}
	return chain;
}

/* Puts the bound of each loop in the place of its variable, to make the value as great (or as small) as it gets. */
static const struct polynomial *extreme(const struct chain *chain, struct polynomials *p, const struct polynomial *a, bool greatest)
{
	for (int i = 0; i < chain->count; i++) {
		const struct polynomial *factor, *rest;
		p->good = p->good && polynomial_split(p, a, chain->loops[i]->variable, &factor, &rest);
		if (!p->good)
			return NULL;
		if (!factor)
			continue;
		bool up = not_negative(chain, p, factor), down = !up && not_negative(chain, p, polynomial_add(p, NULL, factor, -1));
		p->good &= up || down;
		a = polynomial_add(p, rest, polynomial_multiply(p, factor, up == greatest ? chain->upper[i] : chain->lower[i]), 1);
	}
	return a;
}

/* Whether the variable has one value while the nest runs, and its name means it where the pragma stands. */
static bool is_constant_in(const struct extents *extents, const struct variable *variable)
{
	const struct variable *root = variable->of ? variable->of : variable;
	if (root->declared >= extents->start && root->declared < extents->end)
		return false;
	for (const struct access_loop *loop = extents->accesses->loops; loop; loop = loop->next)
		if (loop->variable == variable)
			return false;
	for (const struct memory_access *access = extents->accesses->items; access; access = access->next)
		if (access->write && (access->variable == variable || (access->variable == root && (!access->member || access->member == variable))))
			return false;
	return survey_lookup(extents->survey, root->name, strlen(root->name), extents->start) == root;
}

static bool is_constant(const struct extents *extents, const struct polynomial *a)
{
	for (; a; a = a->next)
		for (int i = 0; i < a->degree; i++)
			if (!is_constant_in(extents, a->variables[i]))
				return false;
	return true;
}

static struct range range_of(struct extents *extents, const struct memory_access *access, int subscript)
{
	struct polynomials p = {extents->arena, true};
	struct chain chain = chain_of(extents, access, false);
	struct range range = {.known = access->known[subscript]};
	if (!range.known)
		return range;
	range.least = extreme(&chain, &p, access->subscripts[subscript], false);
	range.greatest = extreme(&chain, &p, access->subscripts[subscript], true);
	range.known = p.good && is_constant(extents, range.least) && is_constant(extents, range.greatest);
	range.reached = chain.reached;
	return range;
}

/* b - a where that is a number. */
static bool apart(struct extents *extents, const struct polynomial *a, const struct polynomial *b, long long *distance)
{
	struct polynomials p = {extents->arena, true};
	return polynomial_is_constant(polynomial_add(&p, b, a, -1), distance) && p.good;
}

/* Makes *bound the greater (direction 1) or the less (-1) of it and value, which counts where the loops of `chain` run; other
   accesses may take place where only those of `common` do (null: the bound may not change).  False: which it is is not known. */
static bool widen(struct extents *extents, const struct chain *chain, const struct chain *common, const struct polynomial **bound,
		  const struct polynomial *value, int direction)
{
	struct polynomials p = {extents->arena, true};
	const struct polynomial *beyond = polynomial_add(&p, value, *bound, -1);
	const struct polynomial *within = polynomial_add(&p, *bound, value, -1);
	if (not_negative(chain, &p, direction > 0 ? within : beyond))
		return p.good;
	if (!common || !not_negative(common, &p, direction > 0 ? beyond : within))
		return false;
	*bound = value;
	return p.good;
}

/* The range of the first subscript over all accesses to what a pointer points to.  Only what is certainly accessed makes it
   larger: the object need not go on beyond that.  False: an access (*unknown) may be outside, or is not known. */
static bool range_of_all(struct extents *extents, const struct variable *variable, struct range *all, unsigned *unknown)
{
	bool any = false;
	for (int pass = 0; pass < 2; pass++)
		for (const struct memory_access *access = extents->accesses->items; access; access = access->next) {
			if (access->variable != variable)
				continue;
			struct chain chain = chain_of(extents, access, false), common = chain_of(extents, access, true);
			struct range range = range_of(extents, access, 0);
			bool sure = range.known && range.reached;
			*unknown = access->offset;
			if (pass == 0 && !sure)
				continue;
			if (!any && !sure)
				return false;
			if (!any)
				*all = range;
			any = true;
			if (!range.known || !widen(extents, &chain, sure ? &common : NULL, &all->least, range.least, -1) ||
			    !widen(extents, &chain, sure ? &common : NULL, &all->greatest, range.greatest, 1))
				return false;
		}
	return any;
}

/* ---------------------------------------------------------------------------------------------- filled */

/* Whether the subscript takes every value of its range, each loop that it uses being unused so far. */
static bool is_dense(struct extents *extents, const struct chain *chain, const struct polynomial *subscript, bool used[MOST_LOOPS])
{
	struct polynomials p = {extents->arena, true};
	const struct polynomial *stride = polynomial_constant(&p, 1);
	for (bool found = true; found;) {
		found = false;
		for (int i = 0; i < chain->count && !found; i++) {
			const struct polynomial *factor, *rest;
			if (!polynomial_split(&p, subscript, chain->loops[i]->variable, &factor, &rest))
				return false;
			bool up = factor && polynomial_equal(factor, stride);
			bool down = factor && polynomial_equal(polynomial_add(&p, NULL, factor, -1), stride);
			if (used[i] || !(up || down))
				continue;
			const struct polynomial *count = polynomial_add(&p, polynomial_add(&p, chain->upper[i], chain->lower[i], -1), polynomial_constant(&p, 1), 1);
			if (!is_constant(extents, count))
				return false;
			stride = polynomial_multiply(&p, stride, count);
			subscript = rest;
			found = used[i] = true;
		}
	}
	for (int i = 0; i < chain->count; i++)
		if (polynomial_uses(subscript, chain->loops[i]->variable))
			return false;
	return p.good;
}

/* Whether this access writes all of first ... first + count - 1 (null: the whole array) in the first dimension and all of the
   others. */
static bool fills(struct extents *extents, const struct memory_access *access, const struct range *section)
{
	struct chain chain = chain_of(extents, access, false);
	bool used[MOST_LOOPS] = {false};
	if (!access->write || access->part || !chain.known || !chain.reached || access->rank == 0)
		return false;
	for (int i = 0; i < access->rank; i++) {
		struct range range = range_of(extents, access, i);
		struct polynomials p = {extents->arena, true};
		long long low, high;
		const struct polynomial *last = i == 0 && section ? section->greatest : polynomial_constant(&p, access->extents[i] - 1);
		if ((i > 0 || !section) && access->extents[i] <= 0)
			return false;
		if (!range.known || !apart(extents, i == 0 && section ? section->least : NULL, range.least, &low) ||
		    !apart(extents, last, range.greatest, &high) || low != 0 || high != 0)
			return false;
		if (!is_dense(extents, &chain, access->subscripts[i], used))
			return false;
	}
	for (int i = 0; i < chain.count; i++) {
		long long more; /* a loop that no subscript uses may not run at all */
		if (!used[i] && !(apart(extents, chain.lower[i], chain.upper[i], &more) && more >= 0))
			return false;
	}
	return true;
}

static bool is_filled(struct extents *extents, const struct variable *variable, const struct range *section)
{
	bool filled = false;
	for (const struct memory_access *access = extents->accesses->items; access; access = access->next) {
		if (access->variable != variable)
			continue;
		if (access->read)
			return false;
		filled |= fills(extents, access, section);
	}
	return filled;
}

/* ---------------------------------------------------------------------------------------------- sections */

static bool may_be_negative(const struct polynomial *a)
{
	for (; a; a = a->next)
		for (int i = 0; i < a->degree; i++)
			if (a->variables[i]->type->class != TYPE_UNSIGNED)
				return true;
	return false;
}

/* "(n > 2)" for the number n - 2; null: it is 0 where it is not greater, or is a variable, which is then the size of something,
   and below zero only where the source's options have empty_sections. */
static const char *positive_text(struct extents *extents, const struct polynomial *a)
{
	struct polynomials p = {extents->arena, true};
	const struct polynomial *more = NULL, *less = NULL;
	for (; a; a = a->next) {
		struct polynomial *term = ARENA_NEW(extents->arena, struct polynomial);
		*term = *a;
		term->next = NULL;
		if (term->factor > 0)
			more = polynomial_add(&p, more, term, 1);
		else
			less = polynomial_add(&p, less, term, -1);
	}
	bool needed = less || (extents->survey->source->options->empty_sections && may_be_negative(more));
	if (!needed || !more || !p.good)
		return NULL;
	return arena_printf(extents->arena, "(%s > %s)", polynomial_signed_text(extents->arena, more), polynomial_signed_text(extents->arena, less));
}

/* "(n > 0)" where a section of `length` elements would not be empty although a loop runs that many times. */
static const char *unless_empty(struct arena *arena, const struct polynomial *length, const struct polynomial *times)
{
	struct polynomials p = {arena, true};
	return polynomial_is_multiple(&p, length, times) ? NULL : arena_printf(arena, "(%s > 0)", polynomial_text(arena, times));
}

/* What must hold for the loops around all uses of what the pointer points to to run, where their bounds may cross; and, where the
   object need not have that many elements (`safe`: it has), where the section would not be empty by itself. */
static const char *condition_of(struct extents *extents, const struct memory_access *first, const struct polynomial *length, bool safe)
{
	const char *condition = NULL;
	struct chain chain = chain_of(extents, first, true);
	for (int i = 0; i < chain.count; i++) {
		const struct polynomial *times = times_of(extents, &chain, i);
		if (!is_constant(extents, times) || is_sure_to_run(extents, &chain, i))
			continue;
		const char *one = positive_text(extents, times);
		if (!one && !safe)
			one = unless_empty(extents->arena, length, times);
		condition = extents_join_conditions(extents->arena, one, condition);
	}
	return condition;
}

/* Whether the access happens whenever the loops around all uses of the variable run, unless a loop around it does not and the section
   is empty then, too. */
static bool is_certain(struct extents *extents, const struct memory_access *access, const struct polynomial *length)
{
	struct chain chain = chain_of(extents, access, false);
	for (int i = 0; i < chain.count; i++) {
		struct polynomials p = {extents->arena, true};
		const struct polynomial *times = times_of(extents, &chain, i);
		bool empty = is_constant(extents, times) && polynomial_is_multiple(&p, length, times);
		if (!is_around_all(extents, access->variable, chain.loops[i]) && !is_sure_to_run(extents, &chain, i) && !empty)
			return false;
	}
	return chain.reached;
}

/* Whether certain accesses reach both ends of the range. */
static bool is_reached(struct extents *extents, const struct variable *variable, const struct range *range, const struct polynomial *length)
{
	bool least = false, greatest = false;
	for (const struct memory_access *access = extents->accesses->items; access; access = access->next) {
		if (access->variable != variable || access->rank == 0 || !is_certain(extents, access, length))
			continue;
		struct range own = range_of(extents, access, 0);
		least |= own.known && polynomial_equal(own.least, range->least);
		greatest |= own.known && polynomial_equal(own.greatest, range->greatest);
	}
	return least && greatest;
}

/* Whether the object to whose beginning the pointer leads is known to have the elements least to greatest, loops or not. */
static bool is_safe(struct extents *extents, const struct variable *variable, const struct range *range)
{
	const struct polynomial *count;
	long long least, room;
	return !variable->of && accesses_object(extents->survey, variable, extents->start, &count) && is_constant(extents, count) &&
	       polynomial_is_constant(range->least, &least) && least >= 0 && apart(extents, range->greatest, count, &room) && room >= 1;
}

/* Whether the pointer itself changes while the nest runs. */
static bool is_moved(const struct extents *extents, const struct variable *pointer)
{
	for (const struct memory_access *access = extents->accesses->items; access; access = access->next)
		if (access->variable == pointer && access->rank == 0 && access->write)
			return true;
	return false;
}

static const struct polynomial *length_of(struct polynomials *p, const struct range *range)
{
	return polynomial_add(p, polynomial_add(p, range->greatest, range->least, -1), polynomial_constant(p, 1), 1);
}

/* Whether it has no term that is taken away. */
static bool is_sum(const struct polynomial *a)
{
	for (; a; a = a->next)
		if (a->factor < 0)
			return false;
	return true;
}

static void find_section(struct extents *extents, struct extent *extent)
{
	const struct variable *variable = extent->variable;
	struct polynomials p = {extents->arena, true};
	const struct polynomial *count = NULL;
	struct range range = {.known = true};
	const struct memory_access *first = extents->accesses->items;
	while (first && (first->variable != variable || (first->rank == 0 && variable->type->class == TYPE_POINTER)))
		first = first->next;
	if (!first)
		return; /* a pointer, and nothing that it points to */
	extent->offset = first->offset;
	if (variable->type->class != TYPE_POINTER) {
		extent->section = variable->type->incomplete ? NULL : "";
		extent->filled = variable->type->class == TYPE_ARRAY && is_filled(extents, variable, NULL);
		return;
	}
	if (is_moved(extents, variable))
		return;
	unsigned unknown = 0;
	bool accessed = range_of_all(extents, variable, &range, &unknown);
	const struct polynomial *length = accessed ? length_of(&p, &range) : NULL;
	bool safe = accessed && is_safe(extents, variable, &range);
	accessed &= safe || is_reached(extents, variable, &range, length);
	/* all that was allocated where what is accessed is not known, or needs a condition */
	bool counted, own = !variable->of && !(accessed && is_sum(length)) &&
			    accesses_allocation(extents->survey, variable, extents->start, &count, &counted) && counted && is_constant(extents, count);
	if (!accessed || own) {
		if (!own && (!accesses_object(extents->survey, variable, extents->start, &count) || !is_constant(extents, count))) {
			extent->offset = unknown;
			return;
		}
		range.least = NULL;
		range.greatest = polynomial_add(&p, count, polynomial_constant(&p, 1), -1);
		if (extents->survey->source->options->empty_sections)
			extent->when = positive_text(extents, count);
	} else {
		count = length;
		extent->when = condition_of(extents, first, length, safe);
	}
	extent->filled = is_filled(extents, variable, &range);
	struct text text = {0};
	for (int i = 1; i < first->rank; i++) {
		if (first->extents[i] > 0)
			text_printf(&text, "[0:%lld]", first->extents[i]);
		else
			text_adds(&text, "[:]");
	}
	extent->least = range.least;
	extent->count = count;
	extent->inner = text.length ? arena_strndup(extents->arena, text.data, text.length) : "";
	extent->section = p.good ? extents_section(extents->arena, range.least, count, extent->inner, extent->when) : NULL;
	text_release(&text);
}

/* Whether the access writes the whole variable, in each iteration of the loop in which the other access, a later one, takes place. */
static bool is_written_before(const struct memory_access *write, const struct memory_access *access)
{
	const struct access_loop *loop = access->loop;
	while (loop && loop != write->loop)
		loop = loop->outer;
	return write->variable == access->variable && write->write && !write->read && !write->in_branch && !write->part && loop == write->loop;
}

/* Whether whatever the nest reads of the variable it has written before. */
static bool is_first_written(const struct extents *extents, const struct variable *variable)
{
	bool written = false;
	for (const struct memory_access *access = extents->accesses->items; access; access = access->next) {
		if (access->variable != variable)
			continue;
		const struct memory_access *write = extents->accesses->items;
		while (write != access && !is_written_before(write, access))
			write = write->next;
		if (access->rank > 0 || access->part || (access->read && write == access))
			return false;
		written |= access->write;
	}
	return written;
}

struct extent *extents_of(struct survey *survey, const struct accesses *accesses, unsigned start, unsigned end)
{
	struct extents extents = {survey, accesses, survey->source->arena, start, end};
	struct extent *list = NULL;
	for (const struct memory_access *access = accesses->items; access; access = access->next) {
		struct extent **at = &list;
		while (*at && (*at)->variable->order < access->variable->order)
			at = &(*at)->next;
		if (!*at || (*at)->variable != access->variable) {
			struct extent *extent = ARENA_NEW(extents.arena, struct extent);
			*extent = (struct extent){.next = *at, .variable = access->variable};
			*at = extent;
		}
		(*at)->read |= access->read;
		(*at)->written |= access->write;
		(*at)->called |= access->called;
	}
	for (struct extent *extent = list; extent; extent = extent->next) {
		find_section(&extents, extent);
		extent->first_written = is_first_written(&extents, extent->variable);
		for (const struct access_loop *loop = accesses->loops; loop; loop = loop->next)
			extent->counts |= loop->variable == extent->variable;
	}
	return list;
}
