/* collapse.c - how many loops of a nest can be divided among a device's threads.  The iterations of the outermost are independent of
   each other, as its directive says; those of the loops inside have to be proved to be. */
#include "omp_target.h"

enum { MOST = 3 }; /* the dimensions that devices have */

/* The loops, outermost first. */
struct collapsed {
	const struct offload *offload;
	const struct accesses *accesses;
	const struct access_loop *loops[MOST];
	int depth;
};

/* Whether clauses allow it: the last iteration is another one then, and so is the order in which numbers are added. */
static bool is_asked_for(const struct offload *offload)
{
	const struct site *sites[] = {offload->site, offload->parallel};
	for (int i = 0; i < offload->site->leaf_count; i++)
		if (offload->site->leaves[i].kind == D_SIMD)
			return false;
	for (int i = 0; i < 2; i++)
		for (const struct clause *clause = sites[i] ? sites[i]->pragma->clauses : NULL; clause; clause = clause->next)
			if (clause->kind == C_COLLAPSE || clause->kind == C_LASTPRIVATE || clause->kind == C_ORDER)
				return false;
	return !offload->site->children;
}

static int number_of(const struct collapsed *nest, const struct variable *variable)
{
	for (int i = 0; i < nest->depth; i++)
		if (nest->loops[i]->variable == variable)
			return i;
	return -1;
}

static bool is_loop_variable(const struct collapsed *nest, const struct variable *variable)
{
	for (const struct access_loop *loop = nest->accesses->loops; loop; loop = loop->next)
		if (loop->variable == variable)
			return true;
	return false;
}

/* Whether the nest leaves the variable as it is. */
static bool is_constant_in(const struct collapsed *nest, const struct variable *variable)
{
	const struct statement *statement = nest->offload->site->statement;
	const struct variable *root = variable->of ? variable->of : variable;
	bool inside = root->declared >= statement->start && root->declared < statement->end;
	for (const struct memory_access *access = nest->accesses->items; access; access = access->next)
		if (access->write && (access->variable == variable || access->variable == root))
			return false;
	return !inside && !is_loop_variable(nest, variable);
}

/* Whether all variables of it are constant, or those of the collapsed loops from number `first` on. */
static bool is_made_of(const struct collapsed *nest, const struct polynomial *a, int first)
{
	for (; a; a = a->next)
		for (int i = 0; i < a->degree; i++)
			if (number_of(nest, a->variables[i]) < first && !is_constant_in(nest, a->variables[i]))
				return false;
	return true;
}

/* Notes the inner loops of which the subscript is another number in each iteration, the others being what they are: `i * m + j`,
   or `(i * m + j) * p + k` where k takes p values. */
static void find_told_apart(const struct collapsed *nest, const struct polynomial *subscript, bool apart[MOST])
{
	struct polynomials p = {nest->offload->lowering->arena, true};
	const struct polynomial *stride = NULL; /* of the loop that was found last, times its number of iterations */
	bool found[MOST] = {false};
	long long number;
	for (int count = 0; count < nest->depth; count++)
		for (int i = nest->depth - 1; i > 0; i--) {
			const struct polynomial *factor, *rest;
			const struct access_loop *loop = nest->loops[i];
			if (found[i] || !polynomial_split(&p, subscript, loop->variable, &factor, &rest) || !factor || !p.good)
				continue;
			bool first = !stride && polynomial_is_constant(factor, &number);
			if (!first && !(stride && polynomial_equal(factor, stride)))
				continue;
			found[i] = true;
			const struct polynomial *times = polynomial_add(&p, polynomial_add(&p, loop->upper, loop->lower, -1), polynomial_constant(&p, 1), 1);
			stride = polynomial_multiply(&p, factor, times);
			if (!p.good)
				return;
		}
	for (int i = 1; i < nest->depth; i++)
		if (!found[i] && polynomial_uses(subscript, nest->loops[i]->variable))
			return;
	for (int i = 1; i < nest->depth; i++)
		apart[i] |= found[i];
}

/* Whether no two iterations of the inner loops use the same element of what is written. */
static bool elements_are_apart(const struct collapsed *nest, const struct memory_access *written)
{
	bool apart[MOST] = {false};
	for (int d = 0; d < written->rank; d++) {
		bool alike = written->known[d] && is_made_of(nest, written->subscripts[d], 0);
		for (const struct memory_access *access = nest->accesses->items; access && alike; access = access->next)
			if (access->variable == written->variable && (access->rank > 0 || written->variable->type->class != TYPE_POINTER))
				alike = access->rank > d && access->known[d] && polynomial_equal(access->subscripts[d], written->subscripts[d]);
		if (alike)
			find_told_apart(nest, written->subscripts[d], apart);
	}
	for (int i = 1; i < nest->depth; i++)
		if (!apart[i])
			return false;
	return true;
}

static bool is_integer(const struct ctype *type)
{
	return type->class == TYPE_SIGNED || type->class == TYPE_UNSIGNED || type->class == TYPE_BOOL;
}

/* Whether each iteration of the innermost collapsed loop has a variable of its own, or makes a part of an integer sum. */
static bool is_own(const struct collapsed *nest, const struct memory_access *written)
{
	const struct variable *variable = written->variable;
	const struct share *share = omp_target_share(nest->offload, variable);
	const struct memory_access *first = nest->accesses->items;
	if (number_of(nest, variable) >= 0)
		return true;
	if (share && share->sharing == SHARING_REDUCTION)
		return is_integer(variable->type);
	if (!(share && share->sharing == SHARING_PRIVATE) && !omp_target_is_temporary(nest->offload, variable) && !is_loop_variable(nest, variable))
		return false;
	while (first->variable != variable)
		first = first->next;
	return first->write && !first->read && !first->in_branch && !first->part && first->loop == nest->loops[nest->depth - 1];
}

static bool is_independent(const struct collapsed *nest)
{
	for (const struct memory_access *access = nest->accesses->items; access; access = access->next) {
		const struct share *share = access->write ? omp_target_share(nest->offload, access->variable) : NULL;
		if (!access->write)
			continue;
		if (access->rank > 0 ? (share && share->sharing != SHARING_SHARED) || !elements_are_apart(nest, access) : !is_own(nest, access))
			return false;
	}
	return true;
}

int omp_target_depth(const struct offload *offload, const struct accesses *accesses)
{
	struct collapsed nest = {.offload = offload, .accesses = accesses};
	const struct access_loop *loop = accesses->loops;
	if (!loop || !loop->counted || !is_asked_for(offload))
		return 1;
	nest.loops[nest.depth++] = loop;
	for (loop = loop->next; loop && loop->alone && loop->counted && !loop->breaks && loop->outer == nest.loops[nest.depth - 1] && nest.depth < MOST; loop = loop->next)
		nest.loops[nest.depth++] = loop;
	for (; nest.depth > 1; nest.depth--) {
		bool rectangular = true;
		for (int i = 1; i < nest.depth; i++)
			rectangular &= is_made_of(&nest, nest.loops[i]->lower, MOST) && is_made_of(&nest, nest.loops[i]->upper, MOST);
		if (rectangular && is_independent(&nest))
			break;
	}
	return nest.depth;
}
