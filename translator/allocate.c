#include "allocate.h"

#include "dataenv_internal.h"
#include "diagnostic.h"
#include "edits.h"
#include "scan.h"

#include <stdlib.h>
#include <string.h>

static bool is_one_of(const char *expression, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(expression, *names))
			return true;
	return false;
}

/* Allocators whose memory is that of all threads. */
static const char *const common[] = {"omp_default_mem_alloc", "omp_large_cap_mem_alloc", "omp_const_mem_alloc", "omp_high_bw_mem_alloc",
				     "omp_low_lat_mem_alloc", NULL};
static const char *const narrow[] = {"omp_cgroup_mem_alloc", "omp_pteam_mem_alloc", "omp_thread_mem_alloc", NULL};

bool allocate_predefined(const char *expression)
{
	return is_one_of(expression, common) || is_one_of(expression, narrow);
}

/* ---------------------------------------------------------------------------------------------- the directive: checks */

/* Calls visit for every variable that the directive names. */
static void for_each_item(struct region_tree *tree, const struct site *site, void (*visit)(struct region_tree *, struct site *, struct variable *))
{
	const char *list = site->pragma->argument, *end = list + strlen(list);
	for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (lexeme_is(word, ","))
			continue;
		struct variable *variable = word.kind == LEX_WORD ? survey_lookup(tree->survey, word.start, word.length, site->pragma->start) : NULL;
		if (variable)
			visit(tree, (struct site *)site, variable);
		else
			error_at(tree->source, site->pragma->start, "'%.*s' in 'allocate' is not a variable that is declared here", (int)word.length,
				 word.start);
	}
}

/* Whether a block that is open at `end` begins in text[start, end). */
static bool opens_block(const struct source *source, unsigned start, unsigned end)
{
	int depth = 0;
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++)
		if (!source->tokens[i].directive && !source->tokens[i].skipped)
			depth += source_token_is(source, i, "{") ? 1 : source_token_is(source, i, "}") ? -1 : 0;
	return depth > 0;
}

/* The first token that is one of `stops`, outside brackets, behind the name of a declarator. */
static unsigned declarator_end(const struct source *source, unsigned name, const char *stops)
{
	static const char *const prefix[] = {"(", "*", "const", "volatile", "restrict", "__restrict"};
	unsigned at = source_token_at(source, name);
	int depth = 0;
	for (bool more = true; more && at > 0; at -= more) {
		more = false;
		for (size_t i = 0; i < sizeof prefix / sizeof prefix[0]; i++)
			more |= source_token_is(source, at - 1, prefix[i]);
		depth += more && source_token_is(source, at - 1, "(");
	}
	for (unsigned i = source_token_at(source, name) + 1; i < source->token_count; i++) {
		const struct token *token = &source->tokens[i];
		if (token->kind != CXToken_Punctuation || token->directive || token->skipped)
			continue;
		char c = source->text[token->start];
		depth += strchr("({[", c) ? 1 : strchr(")}]", c) ? -1 : 0;
		if (depth == 0 && token->end == token->start + 1 && strchr(stops, c))
			return i;
	}
	return source->token_count - 1;
}

static const struct reference *first_use(const struct survey *survey, const struct variable *variable, unsigned start, unsigned end, unsigned access)
{
	for (unsigned i = survey_reference_at(survey, start); i < survey->reference_count && survey->references[i].offset < end; i++)
		if (survey->references[i].variable == variable && (survey->references[i].access & access))
			return &survey->references[i];
	return NULL;
}

/* The storage is there from the declaration on: the allocator has to be known by then. */
static void check_allocator(struct region_tree *tree, const struct site *site, const struct variable *variable, const struct clause *clause)
{
	const char *at = clause->expression, *end = at + strlen(at);
	for (struct lexeme word = scan(at, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		struct variable *used = word.kind == LEX_WORD ? survey_lookup(tree->survey, word.start, word.length, site->pragma->start) : NULL;
		if (!used)
			continue;
		if (used->function && used->declared > variable->declared)
			error_at(tree->source, clause->offset, "'%s' in 'allocator' must be declared before '%s', which gets its storage when it is declared",
				 used->name, variable->name);
		else if (first_use(tree->survey, used, variable->declarations->end, site->pragma->start, ACCESS_WRITE | ACCESS_ADDRESS))
			error_at(tree->source, clause->offset, "'%s' in 'allocator' must not change between the declaration of '%s' and the directive",
				 used->name, variable->name);
	}
}

/* The token after the bracket that closes the one at `open`. */
static unsigned past_bracket(const struct source *source, unsigned open, const char *opening, const char *closing)
{
	int depth = 0;
	for (unsigned i = open; i < source->token_count; i++) {
		depth += source_token_is(source, i, opening) ? 1 : source_token_is(source, i, closing) ? -1 : 0;
		if (depth == 0)
			return i + 1;
	}
	return source->token_count;
}

/* Whether a switch around the declaration has a case in text[start, end): it would be a way into the scope. */
static bool has_outer_case(const struct source *source, unsigned start, unsigned end)
{
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++) {
		if (source_token_is(source, i, "switch")) {
			unsigned after = past_bracket(source, source_program_token(source, i + 1), "(", ")");
			after = source_program_token(source, after);
			if (source_token_is(source, after, "{"))
				i = past_bracket(source, after, "{", "}") - 1;
		} else if (source_token_is(source, i, "_Generic")) {
			i = past_bracket(source, source_program_token(source, i + 1), "(", ")") - 1;
		} else if (source_token_is(source, i, "case") || source_token_is(source, i, "default")) {
			return true;
		}
	}
	return false;
}

static bool same_word(const struct source *source, unsigned a, unsigned b)
{
	const struct token *x = &source->tokens[a], *y = &source->tokens[b];
	return x->end - x->start == y->end - y->start && !memcmp(source->text + x->start, source->text + y->start, x->end - x->start);
}

static bool is_label(const struct source *source, unsigned i)
{
	if (source->tokens[i].kind != CXToken_Identifier || !source_token_is(source, source_program_token(source, i + 1), ":") || i == 0)
		return false;
	return source_token_is(source, i - 1, ";") || source_token_is(source, i - 1, "{") || source_token_is(source, i - 1, "}") ||
	       source_token_is(source, i - 1, ":") || source_token_is(source, i - 1, ")") || source_token_is(source, i - 1, "else") ||
	       source->tokens[i - 1].directive || source->tokens[i - 1].kind == CXToken_Comment;
}

/* Whether a goto of the function, from outside text[start, end), may lead into it. */
static bool has_goto_into(const struct source *source, const struct function *function, unsigned start, unsigned end)
{
	for (unsigned i = source_token_at(source, function->body); i < source->token_count && source->tokens[i].start < function->end; i++) {
		unsigned from = source->tokens[i].start;
		if (!source_token_is(source, i, "goto") || (from >= start && from < end))
			continue;
		unsigned target = source_program_token(source, i + 1);
		for (unsigned j = source_token_at(source, start); j < source->token_count && source->tokens[j].start < end; j++)
			if (is_label(source, j) && (source_token_is(source, target, "*") || same_word(source, j, target)))
				return true;
	}
	return false;
}

static void read_automatic(struct region_tree *tree, struct site *site, struct variable *variable)
{
	struct source *source = tree->source;
	const struct declaration *d = variable->declarations;
	const struct clause *allocator = clause_find(site->pragma->clauses, C_ALLOCATOR);
	unsigned place = site->pragma->start;
	if (variable->allocated) {
		error_at(source, place, "'%s' is already in an 'allocate' directive", variable->name);
		return;
	}
	variable->allocated = site;
	const struct invocation *invocation = survey_invocation(tree->survey, d->name_offset);
	if (invocation) {
		region_expand(tree, invocation->start);
		return;
	}
	unsigned declared = source->tokens[declarator_end(source, d->name_offset, ";")].start;
	const struct reference *use = first_use(tree->survey, variable, declared, place, ~0u);
	if (opens_block(source, d->end, place))
		error_at(source, place, "'%s' must be declared in the block that its 'allocate' directive stands in", variable->name);
	else if (use)
		error_at(source, use->offset, "'%s' is used before the 'allocate' directive that names it", variable->name);
	else if (variable->type->too_variable)
		unsupported_at(source, place, "'%s' in 'allocate': the type '%s'", variable->name, variable->type->spelling);
	if (allocator)
		check_allocator(tree, site, variable, allocator);
	if (has_outer_case(source, d->end, variable->scope_end) || has_goto_into(source, variable->function, d->end, variable->scope_end))
		unsupported_at(source, place, "'%s' in 'allocate': a jump leads past its declaration into its scope", variable->name);
}

static void read_static(struct region_tree *tree, struct site *site, struct variable *variable)
{
	struct source *source = tree->source;
	const struct clause *allocator = clause_find(site->pragma->clauses, C_ALLOCATOR), *align = clause_find(site->pragma->clauses, C_ALIGN);
	unsigned place = site->pragma->start;
	if (variable->storage == STORAGE_GLOBAL && site->function)
		error_at(source, place, "'%s' is declared at file scope, so its 'allocate' directive must stand there", variable->name);
	else if (variable->storage == STORAGE_STATIC_LOCAL && opens_block(source, variable->declarations->end, place))
		error_at(source, place, "'%s' must be declared in the block that its 'allocate' directive stands in", variable->name);
	else if (!allocator)
		error_at(source, place, "'%s' has static storage: its 'allocate' directive needs an 'allocator' clause", variable->name);
	else if (is_one_of(allocator->expression, narrow))
		unsupported_at(source, allocator->offset, "'%s' for '%s', which has static storage", allocator->expression, variable->name);
	else if (!is_one_of(allocator->expression, common))
		error_at(source, allocator->offset, "'%s' has static storage: only a predefined allocator can be its allocator", variable->name);
	for (const struct declaration *d = variable->declarations; d; d = d->next) {
		const struct invocation *invocation = d->in_file && align ? survey_invocation(tree->survey, d->name_offset) : NULL;
		if (invocation)
			region_expand(tree, invocation->start);
		if (align && !d->in_file)
			unsupported_at(source, align->offset, "'align' for '%s', which a header declares", variable->name);
	}
}

static void read_item(struct region_tree *tree, struct site *site, struct variable *variable)
{
	switch (variable->storage) {
	case STORAGE_AUTO: read_automatic(tree, site, variable); break;
	case STORAGE_PARAMETER:
		error_at(tree->source, site->pragma->start, "'%s' in 'allocate' is a parameter: it has its storage already", variable->name);
		break;
	case STORAGE_EXTERN_LOCAL:
		unsupported_at(tree->source, site->pragma->start, "'%s' in 'allocate', which is declared extern in a function", variable->name);
		break;
	case STORAGE_STATIC_LOCAL:
	case STORAGE_GLOBAL: read_static(tree, site, variable); break;
	}
}

/* ---------------------------------------------------------------------------------------------- the clause */

static struct share *share_of(const struct leaf *leaf, const struct variable *variable)
{
	struct share *share = leaf->shares;
	while (share && share->variable != variable)
		share = share->next;
	return share;
}

static bool is_loop_variable(const struct site *site, const struct variable *variable)
{
	for (int i = 0; i < site->loop_count; i++)
		if (site->loops[i].variable == variable)
			return true;
	return false;
}

/* Private copies that ppcc cannot put elsewhere. */
static const char *fixed_copy(const struct leaf *leaf, const struct share *share)
{
	if (share->in_task && (share->sharing == SHARING_REDUCTION || share->clause->kind == C_IN_REDUCTION))
		return "takes part in a task reduction";
	if (share->sharing == SHARING_LINEAR)
		return "is linear";
	if (share->conditional)
		return "is lastprivate(conditional:)";
	if (is_loop_variable(leaf->site, share->variable))
		return "is the variable of the loop";
	for (const struct leaf *inner = leaf->inner; inner; inner = inner->inner)
		if (inner->kind == D_SIMD && share_of(inner, share->variable))
			return "is also in a clause of 'simd'";
	return NULL;
}

static void read_clause_item(struct region_tree *tree, struct leaf *leaf, const struct clause *clause, const struct clause_item *item)
{
	struct share *share = item->variable ? share_of(leaf, item->variable) : NULL;
	if (!share || (share->sharing == SHARING_SHARED && !share->in_task))
		return;
	const char *reason = fixed_copy(leaf, share);
	if (reason)
		unsupported_at(tree->source, item->offset, "'%s' in 'allocate' %s", item->name, reason);
	else
		share->allocation = clause;
}

/* An allocator that a target region makes for itself is used there; its traits come with it. */
static void read_own_allocator(struct region_tree *tree, struct leaf *leaf, const struct clause *clause, const struct clause_item *item)
{
	struct share *share = item->variable ? share_of(leaf, item->variable) : NULL;
	if (share)
		share->access |= ACCESS_READ;
	if (!item->traits || !share)
		return;
	struct variable *traits = survey_lookup(tree->survey, item->traits, strlen(item->traits), leaf->site->pragma->start);
	if (!traits || traits->type->class != TYPE_ARRAY || traits->type->variable) {
		error_at(tree->source, item->offset, "the traits of '%s' must be an array of omp_alloctrait_t, '%s' is not", item->name, item->traits);
		return;
	}
	share = share_of(leaf, traits);
	if (!share) {
		share = dataenv_add_share(tree, leaf, traits, SHARING_FIRSTPRIVATE, "traits of an allocator (13.8)");
		share->clause = clause;
	}
	share->access |= ACCESS_READ | ACCESS_WHOLE;
}

const struct clause *allocate_clause(const struct leaf *leaf, const struct variable *variable)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		for (const struct clause_item *item = entry->clause->items; entry->clause->kind == C_ALLOCATE && item; item = item->next)
			if (item->variable == variable)
				return entry->clause;
	return NULL;
}

static void read_clauses(struct region_tree *tree, struct leaf *leaf)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		if (entry->clause->kind == C_USES_ALLOCATORS)
			for (const struct clause_item *item = entry->clause->items; item; item = item->next)
				read_own_allocator(tree, leaf, entry->clause, item);
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		if (entry->clause->kind == C_ALLOCATE)
			for (const struct clause_item *item = entry->clause->items; item; item = item->next)
				read_clause_item(tree, leaf, entry->clause, item);
}

/* Whether some part of the construct makes a private copy of the variable. */
static bool is_private(const struct site *site, const struct variable *variable)
{
	for (int i = 0; i < site->leaf_count; i++) {
		const struct share *share = share_of(&site->leaves[i], variable);
		if (share && (share->sharing != SHARING_SHARED || share->in_task))
			return true;
		for (const struct leaf_clause *entry = site->leaves[i].clauses; entry; entry = entry->next)
			for (const struct clause_item *item = entry->clause->items; entry->clause->kind == C_TASK_REDUCTION && item; item = item->next)
				if (item->variable == variable)
					return true;
	}
	return false;
}

/* The alignment is a constant, a power of 2. */
static void check_alignment(struct region_tree *tree, const struct site *site, const struct clause *clause, const char *alignment)
{
	const char *end = alignment + strlen(alignment);
	char *rest;
	long number = strtol(alignment, &rest, 0);
	bool good = *rest || (number > 0 && !(number & (number - 1)));
	for (struct lexeme word = scan(alignment, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		good &= word.kind != LEX_WORD || !survey_lookup(tree->survey, word.start, word.length, site->pragma->start);
	if (!good)
		error_at(tree->source, clause->offset, "the alignment '%s' must be a constant, a power of 2", alignment);
}

static void check_clauses(struct region_tree *tree, const struct site *site)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		if (clause->kind == C_ALIGN || clause->alignment)
			check_alignment(tree, site, clause, clause->alignment ? clause->alignment : clause->expression);
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		for (const struct clause_item *item = clause->kind == C_ALLOCATE ? clause->items : NULL; item; item = item->next)
			if (item->variable && !is_private(site, item->variable))
				error_at(tree->source, item->offset,
					 "'%s' in 'allocate' is in no private, firstprivate, lastprivate or reduction clause of the same directive",
					 item->name);
}

void allocate_read(struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->site_count; i++) {
		struct site *site = tree->sites[i];
		if (site->leaves[0].kind == D_ALLOCATE)
			for_each_item(tree, site, read_item);
		for (int j = 0; j < site->leaf_count; j++)
			read_clauses(tree, &site->leaves[j]);
		check_clauses(tree, site);
	}
}

/* ---------------------------------------------------------------------------------------------- text */

/* A type of the language's own, by its own name: malloc's alignment serves it. */
static bool is_ordinary(const struct ctype *type)
{
	static const char *const words[] = {"*", "const", "char", "signed", "unsigned", "short", "int", "long", "float", "double", "_Bool", "void", NULL};
	const char *spelling = type->class == TYPE_ARRAY ? type->element : type->spelling, *end = spelling + strlen(spelling);
	for (struct lexeme word = scan(spelling, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool known = false;
		for (int i = 0; words[i]; i++)
			known |= lexeme_is(word, words[i]);
		if (!known)
			return false;
	}
	return true;
}

/* At least as strict as the variable's own alignment; 0: malloc's. */
static const char *alignment_text(struct lowering *lowering, const struct variable *variable, const char *asked)
{
	enum { OF_MALLOC = 16 };
	bool ordinary = is_ordinary(variable->type) && !variable->alignment;
	const char *own = variable->alignment ? parenthesised(lowering->arena, variable->alignment)
					      : arena_printf(lowering->arena, "__alignof__(*%s)", variable->name);
	char *end;
	if (!asked)
		return ordinary ? "0" : own;
	if (ordinary && strtol(asked, &end, 0) >= OF_MALLOC && !*end)
		return asked;
	asked = parenthesised(lowering->arena, asked);
	return arena_printf(lowering->arena, "%s > %s ? %s : %s", asked, own, asked, own);
}

const char *allocate_call(struct lowering *lowering, const struct variable *variable, const char *allocator, const char *alignment,
			  const char *size, const char *value)
{
	size = size ? size : arena_printf(lowering->arena, "sizeof *%s", variable->name);
	return arena_printf(lowering->arena, "ppcc_variable_new(%s, %s, %s, %s)", allocator, alignment_text(lowering, variable, alignment), size, value);
}

/* Whether text can be evaluated twice: it calls nothing and changes nothing. */
static bool is_pure(const char *text)
{
	const char *end = text + strlen(text);
	struct lexeme last = {LEX_END, text, 0};
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool call = lexeme_is(word, "(") && last.kind == LEX_WORD && !lexeme_is(last, "sizeof") && !lexeme_is(last, "_Alignof");
		bool change = word.kind == LEX_PUNCTUATOR && (lexeme_is(word, "++") || lexeme_is(word, "--") || word.start[word.length - 1] == '=');
		if (call || (change && !lexeme_is(word, "==") && !lexeme_is(word, "!=") && !lexeme_is(word, "<=") && !lexeme_is(word, ">=")))
			return false;
		last = word;
	}
	return true;
}

/* The size of a variable length array; sizeof of what a pointer points to would look at the pointer.  Null for others. */
static const char *run_time_size(struct lowering *lowering, const struct site *site, const struct variable *variable)
{
	const struct ctype *type = variable->type;
	unsigned name = variable->declarations->name_offset;
	if (type->class != TYPE_ARRAY || !type->variable)
		return NULL;
	struct span span = {name + (unsigned)strlen(variable->name), lowering->source->tokens[declarator_end(lowering->source, name, ",;")].start};
	const char *bounds = lower_expression(lowering, site->leaves[0].outer, span);
	if (!is_pure(bounds) || *bounds != '[')
		unsupported_at(lowering->source, name, "'%s' in 'allocate': bounds of an array that call a function or change a variable", variable->name);
	return arena_printf(lowering->arena, "sizeof(%s)", ctype_declare_spelling(lowering->arena, type->element, bounds));
}

static void edit_on_host(struct lowering *lowering, unsigned start, unsigned end, const char *with)
{
	edits_add(lowering, start, end, with)->of_host = true;
}

/* `T x` becomes `T *x`, `T x[n]` `T (*x)[n]`: a pointer to what was declared. */
static void edit_declarator(struct lowering *lowering, const struct variable *variable, const struct declaration *d)
{
	const struct source *source = lowering->source;
	unsigned name_end = d->name_offset + (unsigned)strlen(variable->name);
	unsigned next = source_program_token(source, source_token_at(source, name_end));
	bool plain = !source_token_is(source, next, "[") && !source_token_is(source, next, "(");
	edit_on_host(lowering, d->name_offset, name_end, arena_printf(lowering->arena, plain ? "*%s" : "(*%s)", variable->name));
	unsigned bracket = source_program_token(source, next + 1);
	if (source_token_is(source, next, "[") && source_token_is(source, bracket, "]") && variable->type->extents[0])
		edit_on_host(lowering, source->tokens[bracket].start, source->tokens[bracket].start, variable->type->extents[0]);
}

static const char *clause_text(struct lowering *lowering, const struct site *site, enum clause_kind kind)
{
	const struct clause *clause = clause_find(site->pragma->clauses, kind);
	return clause ? lower_clause_expression(lowering, site->leaves[0].outer, site, clause->expression) : NULL;
}

/* The call takes the place of the initialiser, which becomes a literal that it copies. */
static void edit_automatic(struct lowering *lowering, const struct site *site, const struct variable *variable)
{
	const struct source *source = lowering->source;
	struct arena *arena = lowering->arena;
	const struct declaration *d = variable->declarations;
	const char *allocator = clause_text(lowering, site, C_ALLOCATOR), *alignment = clause_text(lowering, site, C_ALIGN);
	const char *size = run_time_size(lowering, site, variable);
	allocator = allocator ? allocator : "0";
	edit_declarator(lowering, variable, d);
	unsigned end = declarator_end(source, d->name_offset, ",;="), place = source->tokens[end].start;
	if (!source_token_is(source, end, "=")) {
		edit_on_host(lowering, place, place, arena_printf(arena, " PPCC_ALLOCATED = %s", allocate_call(lowering, variable, allocator, alignment, size, "0")));
		return;
	}
	unsigned first = source_program_token(source, end + 1), last = declarator_end(source, d->name_offset, ",;");
	bool braces = source_token_is(source, first, "{"), record = variable->type->class == TYPE_RECORD;
	bool spelled = is_ordinary(variable->type) && variable->type->class != TYPE_ARRAY;
	const char *type = spelled ? variable->type->spelling : arena_printf(arena, "__typeof__(*%s)", variable->name);
	/* {a} is not a struct with the value a */
	const char *value = arena_printf(arena, record && !braces ? "(%s[1])%s" : "&(%s)%s", type, braces ? "" : "{");
	const char *call = allocate_call(lowering, variable, allocator, alignment, size, value);
	edit_on_host(lowering, place, source->tokens[first].start, arena_printf(arena, "PPCC_ALLOCATED = %.*s", (int)strlen(call) - 1, call));
	edit_on_host(lowering, source->tokens[last].start, source->tokens[last].start, braces ? ")" : "})");
}

static void edit_static(struct lowering *lowering, const struct site *site, const struct variable *variable)
{
	const char *alignment = clause_text(lowering, site, C_ALIGN);
	for (const struct declaration *d = variable->declarations; d && alignment; d = d->next) {
		unsigned end = lowering->source->tokens[declarator_end(lowering->source, d->name_offset, ",;=")].start;
		while (lowering->source->text[end - 1] == ' ')
			end--;
		edits_add(lowering, end, end, arena_printf(lowering->arena, " __attribute__((aligned(%s)))", alignment));
	}
}

void allocate_edit(struct lowering *lowering)
{
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		if (site->leaves[0].kind != D_ALLOCATE)
			continue;
		const char *list = site->pragma->argument, *end = list + strlen(list);
		for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
			struct variable *variable = survey_lookup(lowering->survey, word.start, word.length, site->pragma->start);
			if (variable && variable->allocated)
				edit_automatic(lowering, site, variable);
			else if (variable)
				edit_static(lowering, site, variable);
		}
	}
}
