#include "dataenv_internal.h"

#include "allocate.h"
#include "diagnostic.h"
#include "groupprivate.h"
#include "iterator.h"
#include "scan.h"

#include <stdio.h>
#include <string.h>

enum { LARGEST_VALUE = 64 }; /* bytes: larger structs go by address */

struct share *leaf_share(const struct leaf *leaf, const struct variable *variable)
{
	for (struct share *share = leaf->shares; share; share = share->next)
		if (share->variable == variable)
			return share;
	return NULL;
}

struct share *dataenv_add_share(struct region_tree *tree, struct leaf *leaf, struct variable *variable, enum sharing sharing,
				const char *rule)
{
	struct share *share = ARENA_NEW(tree->source->arena, struct share), **tail = &leaf->shares;
	share->variable = variable;
	share->sharing = sharing;
	share->rule = rule;
	while (*tail && (*tail)->variable->order < variable->order)
		tail = &(*tail)->next;
	share->next = *tail;
	*tail = share;
	return share;
}

/* ---------------------------------------------------------------------------------------------- explicit clauses */

static bool sharing_of_clause(enum clause_kind kind, enum sharing *sharing)
{
	switch (kind) {
	case C_SHARED: *sharing = SHARING_SHARED; return true;
	case C_PRIVATE:
	case C_LASTPRIVATE: *sharing = SHARING_PRIVATE; return true;
	case C_DETACH:
	case C_FIRSTPRIVATE: *sharing = SHARING_FIRSTPRIVATE; return true;
	case C_REDUCTION: *sharing = SHARING_REDUCTION; return true;
	case C_LINEAR: *sharing = SHARING_LINEAR; return true;
	case C_IN_REDUCTION: *sharing = SHARING_SHARED; return true;
	case C_USES_ALLOCATORS: *sharing = SHARING_PRIVATE; return true;
	default: return false;
	}
}

void dataenv_twice(struct region_tree *tree, const struct clause *clause, const struct clause_item *item, const struct share *share)
{
	const char *first = clause_rows[share->clause->kind].spelling, *second = clause_rows[clause->kind].spelling;
	if (share->clause->kind == clause->kind)
		error_at(tree->source, item->offset, "'%s' is listed twice in '%s'", item->name, second);
	else
		error_at(tree->source, item->offset, "'%s' cannot be both %s and %s", item->name, first, second);
}

/* A list item of a linear clause.  The variable of a loop that is dealt out gets its value from the iteration, and leaves the last. */
static void add_linear(struct region_tree *tree, const struct leaf *leaf, const struct clause_item *item, struct share *share)
{
	const struct site *site = leaf->site;
	bool of_loop = false, combined = leaf->kind == D_SIMD && leaf->outer && leaf->outer->site == site;
	for (int i = 0; i < site->private_loops; i++)
		of_loop |= site->loops[i].variable == item->variable;
	if (of_loop && leaf->kind != D_SIMD) {
		share->sharing = SHARING_PRIVATE;
		share->last = true;
	} else if (!of_loop && combined && leaf->outer->kind == D_TASKLOOP) {
		unsupported_at(tree->source, item->offset, "'linear' on '%s' for a variable that is no loop's", site->pragma->directive.spelling);
	}
}

/* Whether a linear clause of the construct names the variable. */
static bool is_linear(const struct site *site, const struct variable *variable)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		for (const struct clause_item *item = clause->kind == C_LINEAR ? clause->items : NULL; item; item = item->next)
			if (item->variable == variable)
				return true;
	return false;
}

static void add_explicit(struct region_tree *tree, struct leaf *leaf)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		enum sharing sharing;
		if (!sharing_of_clause(clause->kind, &sharing))
			continue;
		for (const struct clause_item *item = clause->items; item; item = item->next) {
			if (!item->variable)
				continue;
			struct share *share = leaf_share(leaf, item->variable);
			bool pair = share && share->clause && share->clause->kind != clause->kind &&
				    (share->clause->kind == C_FIRSTPRIVATE || share->clause->kind == C_LASTPRIVATE) &&
				    (clause->kind == C_FIRSTPRIVATE || clause->kind == C_LASTPRIVATE);
			if (share && !pair) {
				dataenv_twice(tree, clause, item, share);
				continue;
			}
			if (!share)
				share = dataenv_add_share(tree, leaf, item->variable, sharing, "clause");
			if (clause->kind == C_FIRSTPRIVATE)
				share->sharing = SHARING_FIRSTPRIVATE;
			if (openmp_is_task(leaf->kind) && (clause->kind == C_REDUCTION || clause->kind == C_IN_REDUCTION)) {
				share->sharing = leaf->inner ? SHARING_REDUCTION : SHARING_SHARED; /* simd works on a local copy */
				share->in_task = true;
			}
			if (clause->kind == C_LINEAR)
				add_linear(tree, leaf, item, share);
			if (clause->kind == C_LASTPRIVATE) {
				share->last = true;
				share->conditional = clause->modifiers;
			}
			share->clause = clause;
			share->item = item;
		}
	}
}

/* The iteration variables of associated loops (5.1.1). */
static void add_loop_variables(struct region_tree *tree, struct site *site)
{
	struct leaf *leaf = NULL;
	for (int i = 0; i < site->leaf_count && !leaf; i++)
		if (directive_rows[site->leaves[i].kind].before == BEFORE_LOOP && !leaf_is_split(&site->leaves[i]))
			leaf = &site->leaves[i];
	for (int i = 0; leaf && i < site->private_loops; i++) {
		struct variable *variable = site->loops[i].variable;
		if (site->loops[i].declared || !variable || leaf_share(leaf, variable))
			continue;
		struct share *share = dataenv_add_share(tree, leaf, variable, SHARING_PRIVATE, "iteration variable of the loop (5.1.1)");
		share->last = leaf->kind == D_SIMD || is_linear(site, variable);
		share->predetermined = true;
	}
}

/* ---------------------------------------------------------------------------------------------- implicit rules */

static struct share *decide(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset);

bool dataenv_is_local(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf; leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if (share && share->sharing != SHARING_SHARED)
			return true;
		if (leaf->kind == D_TARGET && !variable->threadprivate && !variable->groupprivate && !variable_stays_on_device(variable)) /* it gets a share of everything that it uses */
			return true;
	}
	return variable->storage != STORAGE_GLOBAL;
}

const char *dataenv_category(const struct variable *variable)
{
	enum ctype_class class = variable->type->class;
	return class == TYPE_POINTER ? "pointer" : class == TYPE_ARRAY || class == TYPE_RECORD || class == TYPE_OTHER ? "aggregate" : "scalar";
}

const struct clause *dataenv_default(const struct leaf *leaf, const struct variable *variable)
{
	const struct clause *clause = leaf_clause(leaf, C_DEFAULT);
	const char *category = clause && clause->modifiers ? clause->modifiers : "all";
	return !strcmp(category, "all") || !strcmp(category, dataenv_category(variable)) ? clause : NULL;
}

static struct share *default_none(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	error_at(tree->source, offset, "'%s' has no sharing: default(none) asks for a clause for every variable; add shared(%s), private(%s) or another",
		 variable->name, variable->name, variable->name);
	note_at(tree->source, leaf->site->pragma->start, "default(none) is here");
	return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "none");
}

struct share *dataenv_by_default(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	const struct clause *clause = dataenv_default(leaf, variable);
	if (!clause)
		return NULL;
	if (!strcmp(clause->keyword, "none"))
		return default_none(tree, leaf, variable, offset);
	if (!strcmp(clause->keyword, "private"))
		return dataenv_add_share(tree, leaf, variable, SHARING_PRIVATE, "default(private)");
	if (!strcmp(clause->keyword, "firstprivate"))
		return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "default(firstprivate)");
	return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "default(shared)");
}

static struct share *implicit_in_task(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	bool lasting = variable->storage != STORAGE_AUTO && variable->storage != STORAGE_PARAMETER;
	for (struct leaf *outer = leaf->outer; outer; outer = outer->outer) {
		if (leaf_declares(outer, variable))
			break;
		const struct share *share = decide(tree, outer, variable, offset);
		if (share && share->sharing != SHARING_SHARED)
			return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "private where the task is made (5.1.1)");
		if (outer->kind == D_PARALLEL || outer->kind == D_TEAMS)
			return dataenv_is_local(outer, variable)
				       ? dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "shared by the threads of the team (5.1.1)")
				       : NULL;
	}
	if (variable->storage == STORAGE_GLOBAL && !dataenv_is_local(leaf->outer, variable))
		return NULL;
	if (lasting)
		return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "static storage duration (5.1.1)");
	return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "local where the task is made (5.1.1)");
}

/* The leaf's share of a variable from outside, made by the implicit rules when no clause says it. */
static struct share *decide(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	struct share *share = leaf_share(leaf, variable);
	if (!share && leaf->kind == D_TARGET)
		return maps_share_implicitly(tree, leaf, variable, offset);
	if (share || !leaf->outlined || variable->threadprivate || variable->groupprivate)
		return share;
	for (struct leaf *inner = leaf->inner; inner; inner = inner->inner)
		if (leaf_share(inner, variable) && dataenv_is_local(leaf->outer, variable))
			return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "listed in a clause of an inner part (17.2)");
	const struct clause *clause = dataenv_default(leaf, variable);
	bool explicit_default = clause && strcmp(clause->keyword, "shared");
	if (!explicit_default && !dataenv_is_local(leaf->outer, variable))
		return NULL; /* a global */
	share = dataenv_by_default(tree, leaf, variable, offset);
	if (share)
		return share;
	if (openmp_is_task(leaf->kind))
		return implicit_in_task(tree, leaf, variable, offset);
	return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "shared by default (5.1.1)");
}

/* ---------------------------------------------------------------------------------------------- uses */

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
		struct share *share = decide(tree, leaf, variable, offset);
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
			else if (sharing_of_clause(clause->kind, &sharing) &&
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

static void record_references(struct region_tree *tree)
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

/* ---------------------------------------------------------------------------------------------- passing */

static bool fits_value(const struct ctype *type)
{
	return type->class != TYPE_ARRAY && type->class != TYPE_OTHER && !type->is_volatile && !type->is_atomic &&
	       (type->size >= 0 || type->class == TYPE_POINTER) && type->size <= LARGEST_VALUE;
}

static enum passing passing_of(const struct leaf *leaf, const struct share *share)
{
	const struct variable *variable = share->variable;
	const struct ctype *type = variable->type;
	bool array = type->class == TYPE_ARRAY, local = dataenv_is_local(leaf->outer, variable);
	if (!share->access && !share->last && share->sharing == SHARING_FIRSTPRIVATE)
		return PASS_NOT; /* the region does not use it */
	switch (share->sharing) {
	case SHARING_PRIVATE: return !share->last ? PASS_NOT : array ? PASS_ELEMENTS : PASS_ADDRESS;
	case SHARING_LINEAR:
	case SHARING_REDUCTION: return array ? PASS_ELEMENTS : PASS_ADDRESS;
	case SHARING_FIRSTPRIVATE: return array && ((!openmp_is_task(leaf->kind) && leaf->kind != D_TARGET) || type->variable) ? PASS_ELEMENTS : PASS_VALUE;
	case SHARING_SHARED: break;
	}
	if (share->in_task && type->class == TYPE_POINTER && share->item->section)
		return PASS_VALUE;
	if (share->in_task)
		return array && !(share->access & ACCESS_WHOLE) ? PASS_ELEMENTS : PASS_ADDRESS;
	if (leaf->kind == D_TARGET) /* the address of the corresponding storage, whatever the original is */
		return !share->access ? PASS_NOT : array && !(share->access & ACCESS_WHOLE) ? PASS_ELEMENTS : PASS_ADDRESS;
	if (!local || !share->access)
		return PASS_NOT;
	if (variable->storage == STORAGE_EXTERN_LOCAL && !dataenv_by_address(leaf->outer, variable))
		return PASS_DECLARE;
	if (array)
		return share->access & ACCESS_WHOLE ? PASS_ADDRESS : PASS_ELEMENTS;
	if (share->access & (ACCESS_WRITE | ACCESS_ADDRESS) || variable->address_taken || !fits_value(type) || openmp_is_task(leaf->kind) ||
	    variable->storage == STORAGE_STATIC_LOCAL || dataenv_by_address(leaf->outer, variable))
		return PASS_ADDRESS;
	return PASS_VALUE;
}

enum passing dataenv_passing(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf; leaf = leaf->outer) {
		if (leaf_declares(leaf, variable))
			break;
		const struct share *share = leaf_share(leaf, variable);
		if (!share || share->passing == PASS_NOT) {
			if (share && share->sharing != SHARING_SHARED)
				return share_is_pointer(share) ? PASS_ADDRESS : PASS_NOT;
			continue;
		}
		if (share->sharing == SHARING_SHARED)
			return share->passing;
		return share_is_pointer(share) ? PASS_ADDRESS : PASS_NOT;
	}
	return variable->allocated ? PASS_ADDRESS : PASS_NOT;
}

bool dataenv_by_address(const struct leaf *leaf, const struct variable *variable)
{
	return dataenv_passing(leaf, variable) == PASS_ADDRESS;
}

bool dataenv_visible(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf && !leaf_declares(leaf, variable); leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if (share && (share->passing != PASS_NOT || share->sharing != SHARING_SHARED))
			return true;
		if (leaf->outlined && variable->storage != STORAGE_GLOBAL)
			return false;
	}
	return true;
}

/* Variables whose type cannot be written down in another function. */
static void check_types(struct region_tree *tree, const struct leaf *leaf, const struct share *share)
{
	if (share->passing == PASS_NOT && share->sharing != SHARING_PRIVATE)
		return;
	if (share->variable->type->too_variable)
		unsupported_at(tree->source, leaf->site->pragma->start, "the type '%s' of '%s' depends on run-time sizes in a way that cannot be passed to a region",
			       share->variable->type->spelling, share->variable->name);
}

static void add_threadprivate(struct region_tree *tree, const struct site *site)
{
	const char *list = site->pragma->argument, *end = list + strlen(list);
	for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (lexeme_is(word, ","))
			continue;
		unsigned offset = pragma_offset(tree->source, site->pragma, site->pragma->words);
		struct variable *variable = survey_lookup(tree->survey, word.start, word.length, site->pragma->start);
		if (!variable) {
			error_at(tree->source, offset, "'%.*s' in 'threadprivate' is not declared here", (int)word.length, word.start);
			continue;
		}
		if (variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER) {
			error_at(tree->source, offset, "'%s' in 'threadprivate' must have static storage: declare it static or at file scope",
				 variable->name);
			continue;
		}
		variable->threadprivate = true;
	}
}

/* use_device_addr: in the block the names lead to the device's storage. */
static void pass_device_addresses(struct leaf *leaf)
{
	for (struct share *share = leaf->shares; share; share = share->next)
		if (share->sharing == SHARING_SHARED && share->clause && share->clause->kind == C_USE_DEVICE_ADDR && share->access)
			share->passing = share->variable->type->class == TYPE_ARRAY && !(share->access & ACCESS_WHOLE) ? PASS_ELEMENTS : PASS_ADDRESS;
}

bool dataenv_build(struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i]->leaves[0].kind == D_THREADPRIVATE)
			add_threadprivate(tree, tree->sites[i]);
	groupprivate_read(tree);
	maps_declare(tree);
	for (unsigned i = 0; i < tree->site_count; i++) {
		for (int j = 0; j < tree->sites[i]->leaf_count; j++) {
			add_explicit(tree, &tree->sites[i]->leaves[j]);
			maps_add_explicit(tree, &tree->sites[i]->leaves[j]);
		}
		add_loop_variables(tree, tree->sites[i]);
	}
	allocate_read(tree);
	record_references(tree);
	for (unsigned i = 0; i < tree->site_count; i++) {
		for (int j = 0; j < tree->sites[i]->leaf_count; j++) {
			struct leaf *leaf = &tree->sites[i]->leaves[j];
			if (leaf->kind == D_TARGET_DATA)
				pass_device_addresses(leaf);
			if (!leaf->outlined)
				continue;
			for (struct share *share = leaf->shares; share; share = share->next) {
				share->passing = passing_of(leaf, share);
				check_types(tree, leaf, share);
			}
		}
	}
	return tree->source->errors == 0;
}

void dataenv_dump(const struct region_tree *tree, struct text *out)
{
	static const char *const sharings[] = {"shared", "private", "firstprivate", "reduction", "linear"};
	static const char *const passings[] = {"-", "value", "address", "elements", "declared"};
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		for (int j = 0; j < site->leaf_count; j++) {
			const struct leaf *leaf = &site->leaves[j];
			if (!leaf->shares && !leaf->maps)
				continue;
			struct place place = source_place(tree->source, site->pragma->start);
			text_printf(out, "%s:%u: %s\n", place.file, place.line, directive_rows[leaf->kind].spelling);
			for (const struct share *share = leaf->shares; share; share = share->next)
				text_printf(out, "    %-16s %-12s%s %c%c%c  passed: %-9s %s\n", share->variable->name, sharings[share->sharing],
				       share->last ? "+last" : "     ", share->access & ACCESS_READ ? 'r' : '-',
				       share->access & ACCESS_WRITE ? 'w' : '-', share->access & ACCESS_ADDRESS ? '&' : '-',
				       passings[share->passing], share->rule);
			maps_dump(tree->source->arena, leaf, out);
		}
	}
}
