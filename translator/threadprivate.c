#include "threadprivate.h"

#include "rewrite.h"
#include "scan.h"

#include <string.h>

/* Whether a threadprivate directive names the variable. */
static bool is_named(const struct survey *survey, const struct variable *variable)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (pragma->directive.leaves[0] != D_THREADPRIVATE || !pragma->argument)
			continue;
		const char *end = pragma->argument + strlen(pragma->argument);
		for (struct lexeme word = scan(pragma->argument, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
			if (word.kind == LEX_WORD && survey_lookup(survey, word.start, word.length, pragma->start) == variable)
				return true;
	}
	return false;
}

static bool opens(const struct source *source, unsigned i)
{
	return source_token_is(source, i, "(") || source_token_is(source, i, "[") || source_token_is(source, i, "{");
}

static bool closes(const struct source *source, unsigned i)
{
	return source_token_is(source, i, ")") || source_token_is(source, i, "]") || source_token_is(source, i, "}");
}

/* The token after the brackets that open at token i. */
static unsigned past_brackets(const struct source *source, unsigned i)
{
	int depth = 0;
	for (; i < source->token_count; i = source_program_token(source, i + 1)) {
		depth += opens(source, i) - closes(source, i);
		if (depth == 0)
			return source_program_token(source, i + 1);
	}
	return i;
}

/* Whether a specifier takes an argument in parentheses. */
static bool has_argument(const struct source *source, unsigned i)
{
	static const char *const words[] = {"typeof", "__typeof", "__typeof__", "_Alignas", "_Atomic", "__attribute", "__attribute__"};
	for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
		if (source_token_is(source, i, words[k]))
			return true;
	return false;
}

/* The specifiers that a declaration begins with, as they must be repeated: without the body of a struct, union or enum.  Null:
   that has no name.  *declarator: the first token after them; name: where the first variable's name is. */
static const char *specifiers(struct source *source, unsigned start, unsigned name, unsigned *declarator)
{
	struct text words = {0};
	bool good = true, tag = false;
	unsigned i = source_token_at(source, start);
	while (i < source->token_count && source->tokens[i].start < name && !source_token_is(source, i, "*") && !source_token_is(source, i, "(")) {
		unsigned next = source_program_token(source, i + 1);
		bool keyword = source_token_is(source, i, "struct") || source_token_is(source, i, "union") || source_token_is(source, i, "enum");
		if (source_token_is(source, i, "{")) {
			good &= tag;
			i = past_brackets(source, i);
			continue;
		}
		if (source_token_is(source, next, "(") && has_argument(source, i))
			next = past_brackets(source, next);
		for (unsigned j = i; j < next; j = source_program_token(source, j + 1))
			text_printf(&words, "%s%.*s", words.length ? " " : "", (int)(source->tokens[j].end - source->tokens[j].start), source->text + source->tokens[j].start);
		tag = source->tokens[i].kind == CXToken_Identifier || (tag && !keyword);
		i = next;
	}
	*declarator = i;
	const char *result = good && words.length ? arena_strndup(source->arena, words.data, words.length) : NULL;
	text_release(&words);
	return result;
}

/* Replaces the commas between the declarators. */
static void separate(struct rewrite *rewrite, unsigned start, unsigned name)
{
	struct source *source = rewrite->source;
	unsigned i, first;
	const char *repeated = specifiers(source, start, name, &first);
	for (i = first; repeated && i < source->token_count && !source_token_is(source, i, ";"); i = opens(source, i) ? past_brackets(source, i) : source_program_token(source, i + 1)) {
		const struct token *token = &source->tokens[i];
		if (i == first || !source_token_is(source, i, ","))
			continue;
		if (token->start < name)
			return; /* the first declarator is no variable's */
		rewrite_add(rewrite, token->start, token->end, arena_printf(source->arena, strchr(" \t\n", source->text[token->end]) ? "; %s" : "; %s ", repeated));
	}
}

/* Where the declaration begins that a declarator belongs to: libclang tells it of the first one. */
static unsigned beginning(const struct survey *survey, const struct declaration *declaration)
{
	unsigned start = declaration->start;
	for (const struct variable *v = survey->variables; v && start == declaration->name_offset; v = v->next)
		for (const struct declaration *d = v->declarations; d; d = d->next)
			if (d->in_file && d->start < d->name_offset && d->name_offset < declaration->name_offset &&
			    source_declaration_end(survey->source, d->start) > declaration->name_offset)
				start = d->start;
	return start;
}

/* The variables of a declaration: how many, whether all are threadprivate, and where the first one's name is. */
struct group {
	int variables;
	bool all;
	unsigned first;
};

static struct group group_of(const struct survey *survey, unsigned start)
{
	struct group group = {.all = true};
	unsigned end = source_declaration_end(survey->source, start);
	for (const struct variable *v = survey->variables; v; v = v->next)
		for (const struct declaration *d = v->storage == STORAGE_PARAMETER ? NULL : v->declarations; d; d = d->next) {
			if (!d->in_file || d->name_offset < start || d->name_offset >= end)
				continue;
			group.first = !group.variables || d->name_offset < group.first ? d->name_offset : group.first;
			group.variables++;
			group.all &= is_named(survey, v);
		}
	return group;
}

void threadprivate_separate(const struct survey *survey, bool *changed)
{
	struct rewrite rewrite = {.source = survey->source};
	unsigned last = survey->source->size;
	bool any = false;
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		any |= survey->pragmas->items[i].directive.leaves[0] == D_THREADPRIVATE;
	for (const struct variable *v = any ? survey->variables : NULL; v; v = v->next) {
		for (const struct declaration *d = is_named(survey, v) ? v->declarations : NULL; d; d = d->next) {
			unsigned start = d->in_file ? beginning(survey, d) : last;
			if (start == last || survey_invocation(survey, start) || survey_invocation(survey, d->name_offset))
				continue;
			struct group group = group_of(survey, start);
			if (group.variables < 2 || (group.all && v->storage != STORAGE_STATIC_LOCAL))
				continue;
			separate(&rewrite, start, group.first);
			last = start;
		}
	}
	*changed |= rewrite_apply(&rewrite);
}
