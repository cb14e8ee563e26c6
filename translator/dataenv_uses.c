/* dataenv_uses.c - what the regions do with the variables: uses in bodies and in clauses, and what they mean for the leaves around. */
#include "dataenv_internal.h"

#include "diagnostic.h"
#include "iterator.h"
#include "scan.h"

#include <string.h>

/* Whether a simd leaf's private variable is one for each lane of the copy that the leaf around it makes. */
static bool is_lane_of_copy(const struct leaf *leaf, const struct variable *variable)
{
	const struct share *around = leaf->outer && leaf->outer->site == leaf->site ? leaf_share(leaf->outer, variable) : NULL;
	return leaf->kind == D_SIMD && around && around->sharing == SHARING_PRIVATE;
}

static unsigned whole_array(const struct variable *variable)
{
	return variable->type->class == TYPE_ARRAY ? ACCESS_WHOLE : 0;
}

/* Records a use of a variable in the body of `leaf`, and what it means for the leaves around. */
static void record_use(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned access, unsigned offset)
{
	for (; leaf; leaf = leaf->outer) {
		if (leaf_declares(leaf, variable))
			return;
		struct share *share = dataenv_decide(tree, leaf, variable, offset);
		if (!share)
			continue;
		share->access |= access;
		switch (share->sharing) {
		case SHARING_SHARED:
			if (leaf_may_outlive(leaf)) {
				variable->address_taken |= (access & ACCESS_WRITE) != 0; /* also while another construct runs */
				access |= ACCESS_ADDRESS; /* the task may run when the function that made it has returned */
			}
			if (leaf->kind == D_TARGET)
				access |= ACCESS_ADDRESS | whole_array(variable); /* the device knows it by its address and size */
			break;
		case SHARING_PRIVATE:
			if (is_lane_of_copy(leaf, variable))
				break;
			if (!share->last && !variable->type->variable)
				return;
			access = share->last ? ACCESS_WRITE : ACCESS_UNEVALUATED;
			if (share->last && openmp_is_task(leaf->kind))
				access |= ACCESS_ADDRESS;
			break;
		case SHARING_FIRSTPRIVATE:
			access = ACCESS_READ | (share->last ? ACCESS_WRITE | (openmp_is_task(leaf->kind) ? ACCESS_ADDRESS : 0) : 0);
			break;
		case SHARING_REDUCTION:
		case SHARING_LINEAR: access = ACCESS_READ | ACCESS_WRITE; break;
		}
		if ((share->sharing != SHARING_SHARED || share->in_task) && variable->type->variable)
			access |= ACCESS_WHOLE; /* its run-time size is asked for */
	}
}

/* Whether a name beside this token may get another value. */
static bool changes_name(struct lexeme beside)
{
	static const char *const operators[] = {"&", "++", "--", "=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "|=", "^="};
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (lexeme_is(beside, operators[i]))
			return true;
	return false;
}

static void use_in_expression(struct region_tree *tree, struct leaf *leaf, const struct site *site, const struct iterator *iterators,
			      const char *expression, unsigned offset)
{
	const char *end = expression + strlen(expression);
	struct lexeme last = {LEX_END, expression, 0};
	bool declares_names = strchr(expression, '{') || strstr(expression, "offsetof"); /* names of its own, or of members */
	for (struct lexeme word = scan(expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool other = scan_names_other(last), changed = changes_name(last);
		last = word;
		if (word.kind != LEX_WORD || other || iterators_declare(iterators, word.start, word.length))
			continue;
		struct variable *variable = survey_lookup(tree->survey, word.start, word.length, site->pragma->start);
		if (!variable) {
			if (!declares_names && !survey_declares(tree->survey, word.start, word.length))
				error_at(tree->source, offset, "'%.*s' is not declared here", (int)word.length, word.start);
			continue;
		}
		changed |= changes_name(scan(word.start + word.length, end));
		variable->address_taken |= changed;
		record_use(tree, leaf, variable, ACCESS_READ | (changed ? ACCESS_WRITE : 0), offset);
	}
}

static void use_in_iterators(struct region_tree *tree, struct leaf *leaf, const struct clause *clause)
{
	for (const struct iterator *iterator = clause->iterators; iterator; iterator = iterator->next) {
		const char *bounds[] = {iterator->begin, iterator->end, iterator->step};
		for (int i = 0; i < 3; i++)
			if (bounds[i])
				use_in_expression(tree, leaf->outer, leaf->site, NULL, bounds[i], iterator->offset);
	}
}

/* Whether a private copy of the leaf gets its storage by the clause: other leaves of the construct have the clause too. */
static bool allocates(const struct leaf *leaf, const struct clause *clause)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->allocation == clause)
			return true;
	return leaf->kind == D_TASKGROUP;
}

/* The address of a variable, or of a member of it, counts: all regions must mean the same one. */
static void use_locators(struct region_tree *tree, struct leaf *leaf, const struct clause *clause)
{
	const char *at = clause->expression, *end = at + strlen(at);
	for (const char *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		struct lexeme word = scan(at, end), next = scan(word.start + word.length, comma ? comma : end);
		if (word.kind != LEX_WORD || !(next.kind == LEX_END || lexeme_is(next, ".")) || iterators_declare(clause->iterators, word.start, word.length))
			continue;
		struct variable *variable = survey_lookup(tree->survey, word.start, word.length, leaf->site->pragma->start);
		if (!variable || variable->type->class == TYPE_ARRAY)
			continue;
		variable->address_taken = true;
		record_use(tree, leaf->outer, variable, ACCESS_READ | ACCESS_ADDRESS, clause->offset);
	}
}

/* The object of a depobj construct, which is changed. */
static void use_in_argument(struct region_tree *tree, struct leaf *leaf)
{
	const char *argument = leaf->site->pragma->argument;
	if (leaf->kind == D_DEPOBJ && argument)
		use_in_expression(tree, leaf->outer, leaf->site, NULL, arena_printf(tree->source->arena, "&%s", argument), leaf->site->pragma->start);
}

/* Uses that stand in the pragma itself. */
static void use_in_clauses(struct region_tree *tree, struct leaf *leaf)
{
	use_in_argument(tree, leaf);
	for (const struct leaf_clause *entry = leaf->kind == D_DECLARE_MAPPER ? NULL : leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		enum sharing sharing;
		if (clause->kind == C_AFFINITY)
			continue; /* a hint that no target takes: nothing of it is evaluated */
		use_in_iterators(tree, leaf, clause);
		if (clause->kind == C_DEPEND && openmp_lists("in out inout mutexinoutset inoutset", clause->keyword))
			use_locators(tree, leaf, clause);
		if (clause->expression && (clause->kind != C_ALLOCATE || allocates(leaf, clause)))
			use_in_expression(tree, leaf->outer, leaf->site, clause->iterators, clause->expression, clause->offset);
		if (clause->kind == C_NUM_TEAMS && clause->modifiers) /* the lower bound */
			use_in_expression(tree, leaf->outer, leaf->site, NULL, clause->modifiers, clause->offset);
		for (const struct clause_item *item = clause->items; item; item = item->next) {
			if (item->section)
				use_in_expression(tree, leaf->outer, leaf->site, clause->iterators, item->section, item->offset);
			if (!item->variable)
				continue;
			if (maps_is_device_leaf(leaf) && clause->kind != C_PRIVATE && clause->kind != C_FIRSTPRIVATE)
				record_use(tree, leaf->outer, item->variable,
					   ACCESS_READ | ACCESS_WRITE | ACCESS_ADDRESS | (item->section ? 0 : whole_array(item->variable)), item->offset);
			if (clause->kind == C_COPYPRIVATE || clause->kind == C_DETACH)
				record_use(tree, leaf->outer, item->variable, ACCESS_READ | ACCESS_WRITE, item->offset);
			else if (dataenv_sharing_of_clause(clause->kind, &sharing) &&
				 (sharing == SHARING_REDUCTION || sharing == SHARING_LINEAR || clause->kind == C_LASTPRIVATE ||
				  clause->kind == C_IN_REDUCTION))
				record_use(tree, leaf, item->variable, 0, item->offset);
			else if (clause->kind == C_TASK_REDUCTION)
				record_use(tree, leaf->outer, item->variable,
					   ACCESS_READ | ACCESS_WRITE | ACCESS_ADDRESS | (item->variable->type->variable ? ACCESS_WHOLE : 0), item->offset);
		}
	}
}

/* The leaf in whose function a reference is evaluated: the bounds of a taskloop are where it stands, those of a loop that teams
   and then threads share where distribute is. */
static struct leaf *evaluated_in(const struct survey *survey, struct leaf *innermost, const struct reference *reference)
{
	struct site *site = innermost ? innermost->site : NULL;
	if (!site || !site->loop_count || reference->offset >= site->loops[site->loop_count - 1].body.start)
		return innermost;
	for (int i = 0; i < site->loop_count; i++)
		if (site->loops[i].variable == reference->variable)
			return innermost;
	if (site->loop_count > 1 && reference->offset >= site->loops[1].start && loops_are_triangular(survey, site->loops, site->loop_count))
		return innermost;
	for (int i = 0; i < site->leaf_count; i++)
		if (site->leaves[i].kind == D_TASKLOOP || leaf_is_split(&site->leaves[i]))
			return site->leaves[i].outer;
	return innermost;
}

void dataenv_record_uses(struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->survey->reference_count; i++) {
		const struct reference *reference = &tree->survey->references[i];
		struct leaf *leaf = evaluated_in(tree->survey, region_leaf_at(tree, reference->offset), reference);
		if (leaf)
			record_use(tree, leaf, reference->variable, reference->access, reference->offset);
	}
	for (unsigned i = 0; i < tree->site_count; i++)
		for (int j = 0; j < tree->sites[i]->leaf_count; j++)
			use_in_clauses(tree, &tree->sites[i]->leaves[j]);
}
