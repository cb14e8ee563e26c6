#include "groupprivate.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static bool is_declaration(const struct variable *variable, unsigned offset)
{
	for (const struct declaration *d = variable->declarations; d; d = d->next)
		if (d->in_file && d->name_offset == offset)
			return true;
	return false;
}

/* Whether the name is right behind another, as in a declaration: `int x`. */
static bool follows_type(const struct source *source, unsigned token)
{
	static const char *const statements[] = {"return", "else", "do", "case", "sizeof", "goto", "_Alignof"};
	bool behind = token > 0 && !source->tokens[token - 1].directive &&
		      (source->tokens[token - 1].kind == CXToken_Identifier || source->tokens[token - 1].kind == CXToken_Keyword);
	for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++)
		behind &= token > 0 && !source_token_is(source, token - 1, statements[i]);
	return behind;
}

/* Another variable of that name, or a member: the macro would change it. */
static bool means_other(const struct survey *survey, const struct variable *variable, unsigned token)
{
	const struct source *source = survey->source;
	unsigned offset = source->tokens[token].start;
	if (token > 0 && (source_token_is(source, token - 1, ".") || source_token_is(source, token - 1, "->") || follows_type(source, token)))
		return true;
	for (const struct variable *v = survey->variables; v; v = v->next)
		if (v != variable && !strcmp(v->name, variable->name) && (v->declared == offset || (offset >= v->scope_start && offset < v->scope_end)))
			return true;
	return is_declaration(variable, offset);
}

/* The name must not be used before the directive, and mean nothing else after it. */
static void check_names(struct region_tree *tree, const struct pragma *pragma, const struct variable *variable)
{
	struct source *source = tree->source;
	for (unsigned i = 0; i < source->token_count; i++) {
		const struct token *token = &source->tokens[i];
		bool named = token->kind == CXToken_Identifier && !token->skipped && source_token_is(source, i, variable->name);
		if (!named || (token->start >= pragma->start && token->start < pragma->end) || token->directive)
			continue;
		if (token->start > pragma->start && means_other(tree->survey, variable, i))
			unsupported_at(source, token->start, "'%s' is groupprivate, and its name is used for something else here", variable->name);
		else if (token->start > variable->declared && token->start < pragma->start && !is_declaration(variable, token->start) &&
			 !follows_type(source, i))
			error_at(source, token->start, "'%s' is used before the 'groupprivate' directive that names it", variable->name);
		else
			continue;
		return;
	}
}

static bool has_initialiser(const struct source *source, const struct variable *variable)
{
	for (const struct declaration *d = variable->declarations; d; d = d->next)
		for (unsigned i = d->in_file ? source_token_at(source, d->name_offset) : source->token_count; i < source->token_count; i++) {
			if (source_token_is(source, i, "="))
				return true;
			if (source_token_is(source, i, ";") || source_token_is(source, i, ","))
				break;
		}
	return false;
}

static void read_variable(struct region_tree *tree, const struct site *site, struct variable *variable)
{
	struct source *source = tree->source;
	unsigned place = site->pragma->start;
	if (variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER)
		error_at(source, place, "'%s' in 'groupprivate' must have static storage: declare it static or at file scope", variable->name);
	else if (variable->threadprivate)
		error_at(source, place, "'%s' cannot be both threadprivate and groupprivate", variable->name);
	else if (variable->groupprivate)
		error_at(source, place, "'%s' is already in a 'groupprivate' directive", variable->name);
	else if (variable->storage != STORAGE_GLOBAL || site->function)
		unsupported_at(source, place, "'groupprivate' in a function");
	else if (has_initialiser(source, variable))
		error_at(source, place, "'%s' is groupprivate: its copies begin without a value, so it cannot have an initializer", variable->name);
	else if (variable->type->incomplete)
		error_at(source, place, "'%s' in 'groupprivate' has an incomplete type", variable->name);
	else if (variable->alignment)
		unsupported_at(source, place, "'%s' in 'groupprivate', which has an alignment of its own", variable->name);
	else
		check_names(tree, site->pragma, variable);
	variable->groupprivate = true;
}

static void read_list(struct region_tree *tree, const struct site *site)
{
	const char *list = site->pragma->argument, *end = list + strlen(list);
	const struct clause *type = clause_find(site->pragma->clauses, C_DEVICE_TYPE);
	if (type && strcmp(type->keyword, "host") && strcmp(type->keyword, "nohost") && strcmp(type->keyword, "any"))
		error_at(tree->source, type->offset, "'%s' in 'device_type' is none of host, nohost and any", type->keyword);
	for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (lexeme_is(word, ","))
			continue;
		struct variable *variable = word.kind == LEX_WORD ? survey_lookup(tree->survey, word.start, word.length, site->pragma->start) : NULL;
		if (variable) {
			read_variable(tree, site, variable);
			variable->only_on_host = type && !strcmp(type->keyword, "host");
		} else {
			error_at(tree->source, site->pragma->start, "'%.*s' in 'groupprivate' is not a variable that is declared here",
				 (int)word.length, word.start);
		}
	}
}

static void check_clauses(struct region_tree *tree, const struct site *site)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		for (const struct clause_item *item = clause->items; item; item = item->next)
			if (item->variable && item->variable->groupprivate)
				error_at(tree->source, item->offset, "'%s' is groupprivate: it cannot be in '%s'", item->name, clause_rows[clause->kind].spelling);
}

void groupprivate_read(struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i]->leaves[0].kind == D_GROUPPRIVATE)
			read_list(tree, tree->sites[i]);
	for (unsigned i = 0; i < tree->site_count; i++)
		check_clauses(tree, tree->sites[i]);
}
