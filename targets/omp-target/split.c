/* split.c - a parallel region that consists of worksharing constructs is divided: each of its loops becomes a construct of its own,
   and one thread runs what stands between them. */
#include "omp_target.h"

#include "edits.h"

#include <string.h>

static bool is_loop(const struct site *site)
{
	return site->leaves[0].kind == D_FOR || site->leaves[0].kind == D_LOOP;
}

static bool is_inside(const struct site *site, const struct variable *variable)
{
	return variable->declared >= site->statement->start && variable->declared < site->statement->end;
}

/* Each thread has its own: declared in the region, or named in a clause. */
static bool is_own(const struct site *parallel, const struct variable *variable)
{
	const struct share *share = leaf_share(&parallel->leaves[0], variable);
	return is_inside(parallel, variable) || (share && (share->sharing == SHARING_PRIVATE || share->sharing == SHARING_FIRSTPRIVATE));
}

bool omp_target_is_temporary(const struct offload *offload, const struct variable *variable)
{
	const struct site *site = offload->site;
	const struct share *share = leaf_share(&site->leaves[0], variable);
	if (!offload->parallel || !is_own(offload->parallel, variable) || is_inside(site, variable) || (share && share->sharing != SHARING_SHARED))
		return false;
	for (const struct extent *extent = offload->extents; extent; extent = extent->next)
		if (extent->variable == variable)
			return extent->written;
	return false;
}

/* ---------------------------------------------------------------------------------------------- whether it can be divided */

static bool check_clauses(struct lowering *lowering, const struct site *site)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next) {
		bool known = openmp_lists("if num_threads proc_bind default shared private firstprivate reduction", clause_rows[clause->kind].spelling);
		bool once = clause->expression && strpbrk(clause->expression, "(=") && clause->kind != C_REDUCTION; /* a call or an assignment */
		if (!known || once || (clause->kind == C_REDUCTION && clause->modifiers)) {
			omp_target_stays(lowering, site, clause->offset, "its clause '%s' does not go to a device", clause_rows[clause->kind].spelling);
			return false;
		}
	}
	return true;
}

/* What one thread does between the loops: it may not concern that thread's own variables, nor say which thread it is. */
static bool is_for_one(struct lowering *lowering, const struct site *parallel, const struct site *site)
{
	const struct source *source = lowering->source;
	const struct survey *survey = lowering->survey;
	enum directive kind = site->leaves[0].kind;
	if (site->leaf_count != 1 || (kind != D_SINGLE && kind != D_MASTER && kind != D_MASKED))
		return false;
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		if (clause->kind != C_NOWAIT)
			return false;
	for (unsigned t = source_token_at(source, site->statement->start); t < source->token_count && source->tokens[t].start < site->statement->end; t++)
		if (source->tokens[t].kind == CXToken_Identifier && !strncmp(source->text + source->tokens[t].start, "omp_", 4))
			return false;
	for (unsigned i = survey_reference_at(survey, site->statement->start);
	     i < survey->reference_count && survey->references[i].offset < site->statement->end; i++) {
		const struct reference *reference = &survey->references[i];
		bool local = is_inside(site, reference->variable);
		if (!local && reference->access & (ACCESS_WRITE | ACCESS_ADDRESS) && is_own(parallel, reference->variable))
			return false;
	}
	return true;
}

static bool check_children(struct lowering *lowering, const struct site *site)
{
	for (const struct site *child = site->children; child; child = child->next) {
		bool fits = is_loop(child) || child->leaves[0].kind == D_BARRIER ||
			    (!child->children && is_for_one(lowering, site, child));
		if (lowering->source->text[child->pragma->start] != '#') {
			omp_target_stays(lowering, site, child->pragma->start, "'%s' in it is written in a macro", child->pragma->directive.spelling);
			return false;
		}
		if (!fits) {
			omp_target_stays(lowering, site, child->pragma->start, "'%s' in it binds to its threads", child->pragma->directive.spelling);
			return false;
		}
	}
	return true;
}

/* Whether another loop of the region leaves a value in each thread's own variable. */
static bool is_left_by_another(struct lowering *lowering, const struct site *parallel, const struct site *loop, const struct variable *variable)
{
	const struct survey *survey = lowering->survey;
	for (const struct site *child = parallel->children; child; child = child->next) {
		const struct share *share = leaf_share(&child->leaves[0], variable);
		if (child == loop || !child->statement->found || (share && share->sharing == SHARING_PRIVATE))
			continue;
		for (unsigned i = survey_reference_at(survey, child->statement->start);
		     i < survey->reference_count && survey->references[i].offset < child->statement->end; i++)
			if (survey->references[i].variable == variable && survey->references[i].access & (ACCESS_WRITE | ACCESS_ADDRESS))
				return true;
	}
	return false;
}

/* A thread's own variable may bring a value to the loop, or be written before it is read in each iteration. */
static bool check_own(struct lowering *lowering, const struct site *site, const struct offload *loop)
{
	for (const struct extent *extent = loop->extents; extent; extent = extent->next) {
		const struct variable *variable = extent->variable;
		const struct share *share = leaf_share(&site->leaves[0], variable);
		bool named = share && share->clause && share->sharing == SHARING_PRIVATE;
		if (!is_own(site, variable) || leaf_share(&loop->site->leaves[0], variable))
			continue;
		if (extent->written ? extent->first_written : !named && !is_left_by_another(lowering, site, loop->site, variable))
			continue;
		omp_target_stays(lowering, site, extent->offset, "each thread keeps a value of its own in '%s' from one iteration to the next", variable->name);
		return false;
	}
	return true;
}

/* ---------------------------------------------------------------------------------------------- dividing */

static void replace_by_comment(struct lowering *lowering, const struct site *site)
{
	edits_add(lowering, site->pragma->start, site->pragma->end,
		  arena_printf(lowering->arena, "/* %s */", lower_origin(lowering, &site->leaves[0])));
}

static struct offload *look_at_loop(struct lowering *lowering, struct site *parallel, struct site *site)
{
	struct offload *offload = ARENA_NEW(lowering->arena, struct offload);
	*offload = (struct offload){.lowering = lowering, .site = site, .parallel = parallel};
	offload->host = !omp_target_look_at(offload);
	return offload;
}

/* What the loop uses, for a loop that stays on the host. */
static bool find_extents(struct offload *offload)
{
	const struct statement *statement = offload->site->statement;
	struct survey *survey = offload->lowering->survey;
	struct accesses accesses;
	if (offload->extents)
		return true;
	if (!accesses_of_region(survey, statement->start, statement->end, &accesses) || accesses.objection)
		return false;
	offload->extents = extents_of(survey, &accesses, statement->start, statement->end);
	return true;
}

struct offload *omp_target_split(struct lowering *lowering, struct site *site)
{
	struct offload *list = NULL, **tail = &list;
	unsigned offset, moved = 0;
	if (!check_clauses(lowering, site) || !check_children(lowering, site))
		return NULL;
	const char *hindrance = accesses_hinder_splitting(lowering->survey, site, &offset);
	if (hindrance) {
		omp_target_stays(lowering, site, offset, "%s", hindrance);
		return NULL;
	}
	for (struct site *child = site->children; child; child = child->next) {
		if (!is_loop(child))
			continue;
		struct offload *offload = look_at_loop(lowering, site, child);
		*tail = offload;
		tail = &offload->next;
		moved += !offload->host;
		if (!find_extents(offload))
			return NULL; /* a remark has said why */
		if (!check_own(lowering, site, offload))
			return NULL;
	}
	if (moved == 0)
		return NULL;
	for (struct offload **at = &list; *at;) {
		omp_target_carry_all(*at);
		if ((*at)->host) {
			omp_target_write(*at);
			*at = (*at)->next;
		} else {
			at = &(*at)->next;
		}
	}
	replace_by_comment(lowering, site);
	for (const struct site *child = site->children; child; child = child->next)
		if (!is_loop(child))
			replace_by_comment(lowering, child);
	return list;
}

/* ---------------------------------------------------------------------------------------------- tasks */

/* Whether the statement consists of the construct, but for braces. */
static bool is_all_of(const struct source *source, const struct statement *statement, const struct site *site)
{
	for (unsigned t = source_token_at(source, statement->start); t < source->token_count && source->tokens[t].start < statement->end; t++) {
		const struct token *token = &source->tokens[t];
		bool inside = token->start >= site->pragma->start && token->start < site->statement->end;
		if (!inside && token->kind != CXToken_Comment && !source_token_is(source, t, "{") && !source_token_is(source, t, "}"))
			return false;
	}
	return true;
}

bool omp_target_is_of_tasks(struct lowering *lowering, const struct site *site)
{
	const struct site *one = site->children;
	if (site->leaf_count != 1 || site->leaves[0].kind != D_PARALLEL || site->parent || !one || one->next || !one->children)
		return false;
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		if (!openmp_lists("if num_threads proc_bind default shared", clause_rows[clause->kind].spelling))
			return false;
	for (const struct site *task = one->children; task; task = task->next)
		if (task->leaves[0].kind != D_TASKWAIT && (task->leaves[0].kind != D_TASKLOOP || clause_find(task->pragma->clauses, C_NOGROUP)))
			return false;
	return is_for_one(lowering, site, one) && is_all_of(lowering->source, site->statement, one);
}

struct offload *omp_target_tasks(struct lowering *lowering, struct site *site)
{
	struct offload *list = NULL, **tail = &list;
	bool all = true;
	for (struct site *task = site->children->children; task; task = task->next) {
		if (task->leaves[0].kind != D_TASKLOOP)
			continue;
		*tail = omp_target_look(lowering, task);
		all &= *tail != NULL;
		tail = *tail ? &(*tail)->next : tail;
	}
	if (!all)
		return NULL; /* the others would have no threads */
	replace_by_comment(lowering, site);
	replace_by_comment(lowering, site->children);
	return list;
}
