#include "lint_utility.h"

#include "lint_place.h"
#include "scan.h"

#include <string.h>

static bool is(const struct pragma *pragma, enum directive kind)
{
	return pragma->directive.leaves[0] == kind;
}

/* ---------------------------------------------------------------------------------------------- requires (8.2) */

/* An atomic construct without a memory order, which atomic_default_mem_order is about. */
static bool is_plain_atomic(const struct pragma *pragma)
{
	static const enum clause_kind orders[] = {C_SEQ_CST, C_ACQ_REL, C_ACQUIRE, C_RELEASE, C_RELAXED};
	if (!is(pragma, D_ATOMIC))
		return false;
	for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
		if (clause_find(pragma->clauses, orders[i]))
			return false;
	return true;
}

/* A construct that uses a device. */
static bool is_device_construct(const struct pragma *pragma)
{
	return strncmp(pragma->directive.spelling, "target", strlen("target")) == 0;
}

static bool is_about_devices(enum clause_kind kind)
{
	return kind == C_UNIFIED_ADDRESS || kind == C_UNIFIED_SHARED_MEMORY || kind == C_REVERSE_OFFLOAD || kind == C_SELF_MAPS;
}

/* What comes before the requires directive and should have known of it. */
static void check_before(const struct survey *survey, const struct pragma *requires, const struct clause *clause, struct findings *findings)
{
	for (const struct pragma *pragma = survey->pragmas->items; pragma < requires; pragma++) {
		bool late = clause->kind == C_ATOMIC_DEFAULT_MEM_ORDER ? is_plain_atomic(pragma) : is_about_devices(clause->kind) && is_device_construct(pragma);
		if (!late)
			continue;
		findings_add(findings, FINDING_ERROR, clause->offset, "'%s' must be required before the first construct that it is about",
			     clause_rows[clause->kind].spelling);
		findings_note(findings, pragma->start, "this '%s' comes before it", pragma->directive.spelling);
		return;
	}
	for (const struct pragma *pragma = survey->pragmas->items; pragma < requires; pragma++) {
		const struct clause *other = is(pragma, D_REQUIRES) ? clause_find(pragma->clauses, clause->kind) : NULL;
		if (!other || clause->kind != C_ATOMIC_DEFAULT_MEM_ORDER || !strcmp(other->keyword, clause->keyword))
			continue;
		findings_add(findings, FINDING_ERROR, clause->offset, "the default memory order of this file is '%s' already", other->keyword);
		return;
	}
}

static void check_requires(const struct survey *survey, unsigned index, struct findings *findings)
{
	const struct pragma *pragma = &survey->pragmas->items[index];
	if (survey->owners[index])
		findings_add(findings, FINDING_ERROR, pragma->start, "'requires' must stand outside of functions");
	else if (!pragma->clauses && !pragma->off)
		findings_add(findings, FINDING_ERROR, pragma->start, "'requires' needs a clause");
	for (const struct clause *clause = pragma->clauses; clause && !survey->owners[index]; clause = clause->next)
		check_before(survey, pragma, clause, findings);
}

/* ---------------------------------------------------------------------------------------------- assumptions (8.3) */

/* Directives that do nothing when they are met cannot be absent or contained. */
static bool can_be_assumed(const struct compound_row *row)
{
	static const enum directive others[] = {D_METADIRECTIVE, D_BEGIN_METADIRECTIVE, D_NOTHING, D_ERROR, D_ASSUME, D_ASSUMES, D_BEGIN_ASSUMES, D_REQUIRES,
						D_THREADPRIVATE, D_DECLARE_VARIANT, D_BEGIN_DECLARE_VARIANT, D_DECLARE_SIMD, D_DECLARE_REDUCTION};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (row->leaves[0] == others[i])
			return false;
	return row->leaf_count > 0;
}

static bool lists(const char *list, const char *name)
{
	const char *end = list + strlen(list);
	for (const char *at = list, *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		const char *start = at, *stop = comma ? comma : end;
		scan_trim(&start, &stop);
		if ((size_t)(stop - start) == strlen(name) && !memcmp(start, name, strlen(name)))
			return true;
	}
	return false;
}

static void check_names(const struct survey *survey, const struct pragma *pragma, const struct clause *clause, struct findings *findings)
{
	const char *end = clause->argument + strlen(clause->argument), *clause_name = clause_rows[clause->kind].spelling;
	for (const char *at = clause->argument, *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		const char *start = at, *stop = comma ? comma : end;
		struct compound_row row;
		size_t length;
		scan_trim(&start, &stop);
		const char *name = arena_strndup(survey->source->arena, start, (size_t)(stop - start));
		if (!openmp_find_directive(name, &row, &length) || length != strlen(name))
			findings_add(findings, FINDING_ERROR, clause->offset, "'%s' in '%s' is not a directive", name, clause_name);
		else if (!can_be_assumed(&row))
			findings_add(findings, FINDING_ERROR, clause->offset, "'%s' in '%s' is not a directive that does something when it is met", name, clause_name);
		for (const struct clause *other = clause->next; other; other = other->next)
			if ((other->kind == C_ABSENT || other->kind == C_CONTAINS) && lists(other->argument, name))
				findings_add(findings, FINDING_ERROR, other->offset, "'%s' is in '%s' of the same '%s' already", name, clause_name,
					     pragma->directive.spelling);
	}
}

static void check_assumptions(const struct survey *survey, const struct pragma *pragma, struct findings *findings)
{
	if (!pragma->clauses && !pragma->off)
		findings_add(findings, FINDING_ERROR, pragma->start, "'%s' needs a clause that says what is assumed", pragma->directive.spelling);
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next)
		if (clause->kind == C_HOLDS && !*clause->argument)
			findings_add(findings, FINDING_ERROR, clause->offset, "expected an expression in 'holds'");
		else if (clause->kind == C_ABSENT || clause->kind == C_CONTAINS)
			check_names(survey, pragma, clause, findings);
}

static void check_assumes_ends(const struct survey *survey, struct findings *findings)
{
	const struct pragma *open[64];
	int depth = 0;
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (is(pragma, D_BEGIN_ASSUMES) && depth < 64)
			open[depth++] = pragma;
		else if (is(pragma, D_END_ASSUMES) && depth == 0)
			findings_add(findings, FINDING_ERROR, pragma->start, "'end assumes' without 'begin assumes'");
		else if (is(pragma, D_END_ASSUMES))
			depth--;
	}
	while (depth > 0)
		findings_add(findings, FINDING_ERROR, open[--depth]->start, "'begin assumes' without 'end assumes'");
}

/* ---------------------------------------------------------------------------------------------- error (8.5) */

static void check_error(const struct survey *survey, unsigned index, struct findings *findings)
{
	const struct pragma *pragma = &survey->pragmas->items[index];
	const struct clause *at = clause_find(pragma->clauses, C_AT), *message = clause_find(pragma->clauses, C_MESSAGE);
	bool execution = at && !strcmp(at->keyword, "execution");
	if (execution && !survey->owners[index])
		findings_add(findings, FINDING_ERROR, at->offset, "'error' at execution must be inside a function");
	if (!execution && message && *message->expression != '"')
		findings_add(findings, FINDING_ERROR, message->offset, "the message of an 'error' at compilation must be a string literal");
}

/* ---------------------------------------------------------------------------------------------- order(concurrent) (6.0, 12.3) */

/* Constructs that are not order-concurrent-nestable, but for those that libclang refuses in a loop construct. */
static bool is_not_nestable(enum directive kind)
{
	static const enum directive kinds[] = {D_CRITICAL, D_TASK, D_TASKLOOP, D_TASKGROUP, D_TASKGRAPH, D_TASKWAIT, D_TASKYIELD, D_FLUSH, D_DEPOBJ,
					       D_TARGET, D_TARGET_DATA, D_TARGET_ENTER_DATA, D_TARGET_EXIT_DATA, D_TARGET_UPDATE, D_INTEROP, D_DISPATCH};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kind == kinds[i])
			return true;
	return false;
}

/* The construct around the pragma; those that only change how a statement is written do not count. */
static const struct pragma *region_around(const struct survey *survey, const struct pragma *pragma)
{
	const struct pragma *around = pragma;
	do {
		const struct pragma *before = around > survey->pragmas->items ? around - 1 : NULL;
		while (before && before->next == pragma->next && directive_rows[before->directive.leaves[0]].before == BEFORE_NOTHING)
			before = before > survey->pragmas->items ? before - 1 : NULL;
		around = before && before->next == around->next ? before : place_region(survey, around->start);
	} while (around && (is(around, D_ASSUME) || is(around, D_UNROLL)));
	return around;
}

/* libclang looks at loops that say order(concurrent); the loop construct is one whether it says so or not. */
static void check_in_loop(const struct survey *survey, const struct pragma *pragma, struct findings *findings)
{
	const struct pragma *around = is_not_nestable(pragma->directive.leaves[0]) ? region_around(survey, pragma) : NULL;
	if (around && around->directive.leaves[around->directive.leaf_count - 1] == D_LOOP)
		findings_add(findings, FINDING_ERROR, pragma->start, "'%s' may not be nested in '%s', whose iterations may run at the same time in one thread",
			     pragma->directive.spelling, around->directive.spelling);
}

void lint_utility(const struct survey *survey, struct findings *findings)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (is(pragma, D_REQUIRES))
			check_requires(survey, i, findings);
		else if (is(pragma, D_ASSUME) || is(pragma, D_ASSUMES) || is(pragma, D_BEGIN_ASSUMES))
			check_assumptions(survey, pragma, findings);
		else if (is(pragma, D_ERROR))
			check_error(survey, i, findings);
		else
			check_in_loop(survey, pragma, findings);
	}
	check_assumes_ends(survey, findings);
}
