/* metadirective_arms.c - a choice at execution time: the statement is written once for each variant. */
#include "metadirective.h"

#include "diagnostic.h"
#include "lower.h"
#include "survey_labels.h"

#include <string.h>

struct arms {
	struct resolution *r;
	const struct pragma *pragma;
	const struct statement *statement;
	unsigned end;               /* of what is replaced: the statement, or the pragma when no variant has one */
	const char *indent;         /* of the pragma's line */
	struct label_use *labels;
	struct text text;
};

static bool takes_statement(const struct variant *variant)
{
	enum before before = directive_rows[variant->directive.leaves[0]].before;
	return before == BEFORE_STATEMENT || before == BEFORE_LOOP;
}

/* Whether what is in the statement can be there twice. */
static bool check_statement(struct arms *arms)
{
	struct source *source = arms->r->source;
	unsigned start = arms->statement->start, end = arms->statement->end;
	for (const struct variable *v = arms->r->survey->variables; v; v = v->next) {
		if (v->storage != STORAGE_STATIC_LOCAL || v->declared < start || v->declared >= end)
			continue;
		unsupported_at(source, v->declared, "the static variable '%s' in the statement of a metadirective that chooses at execution time",
			       v->name);
		return false;
	}
	arms->labels = survey_labels(arms->r->survey, start, end);
	for (const struct label_use *use = arms->labels; use; use = use->next) {
		if (use->offset < start || use->offset >= end) {
			error_at(source, use->offset, "'%s' is a label in the statement of a metadirective, which must be entered at its top", use->name);
			return false;
		}
		if (!use->invocation)
			continue;
		arms->r->expand[arms->r->expand_count++] = use->invocation;
		return true;
	}
	return true;
}

/* The statement with what is between the pragma and it; labels have names of their own in each arm. */
static void put_statement(struct arms *arms, unsigned at, int arm)
{
	const struct source *source = arms->r->source;
	for (const struct label_use *use = arm > 0 ? arms->labels : NULL; use; use = use->next) {
		unsigned after = use->offset + (unsigned)strlen(use->name);
		text_add(&arms->text, source->text + at, use->offset - at);
		text_adds(&arms->text, survey_free_name(arms->r->survey, arena_printf(source->arena, "%s_%d", use->name, arm + 1)));
		at = after;
	}
	text_add(&arms->text, source->text + at, arms->end - at);
}

static void put_arm(struct arms *arms, const struct variant *variant, int arm)
{
	struct source *source = arms->r->source;
	const struct pragma *pragma = arms->pragma;
	if (variant->directive.leaves[0] == D_NOTHING) {
		unsigned next = pragma->end + (source->text[pragma->end] == '\r');
		text_printf(&arms->text, LINE_IN, source_place(source, pragma->end).line + 1);
		if (arms->statement)
			put_statement(arms, next + 1, arm);
		return;
	}
	text_printf(&arms->text, LINE_IN "%s%s", source_place(source, pragma->start).line, arms->indent, metadirective_pragma(arms->r, pragma, variant));
	if (arms->statement)
		put_statement(arms, pragma->end, arm);
}

/* Whether the `if` is the whole of another statement's body, where its `else` might be taken for that one's. */
static bool is_substatement(const struct arms *arms)
{
	const struct source *source = arms->r->source;
	unsigned token = source_token_at(source, arms->pragma->start);
	while (token > 0 && (source->tokens[token - 1].kind == CXToken_Comment || source->tokens[token - 1].directive || source->tokens[token - 1].skipped))
		token--;
	return token > 0 && (source_token_is(source, token - 1, ")") || source_token_is(source, token - 1, "else") ||
			     source_token_is(source, token - 1, "do"));
}

static void put_if(struct arms *arms, const struct variant *variants, const struct candidate *candidates, int count)
{
	struct source *source = arms->r->source;
	bool braces = is_substatement(arms), declare = false, ask = false;
	unsigned first = source_place(source, arms->pragma->start).line, last = source_place(source, arms->end - 1).line;
	for (int i = 0; i < count; i++)
		declare |= candidates[i].matched.counts_devices && !survey_declares(arms->r->survey, "omp_get_num_devices", 19);
	for (int i = 0; i < count; i++)
		ask |= candidates[i].matched.asks_device && !survey_declares(arms->r->survey, "omp_is_initial_device", 21);
	braces |= declare || ask;
	if (braces)
		text_printf(&arms->text, "{\n" LINE_IN "%s", first, arms->indent);
	if (declare)
		text_printf(&arms->text, "extern int omp_get_num_devices(void);\n" LINE_ON "%s", first, arms->indent);
	if (ask)
		text_printf(&arms->text, "extern int omp_is_initial_device(void);\n" LINE_ON "%s", first, arms->indent);
	for (int i = 0; i < count; i++) {
		const struct candidate *one = &candidates[i];
		bool nothing = variants[one->index].directive.leaves[0] == D_NOTHING;
		if (i + 1 == count && nothing && !arms->statement)
			break;
		if (i > 0)
			text_printf(&arms->text, "\n" LINE_OUT "%s} else ", first, arms->indent);
		if (one->matched.match == MATCH_WHEN)
			text_printf(&arms->text, "if (%s) ", one->matched.condition);
		text_adds(&arms->text, "{\n");
		put_arm(arms, &variants[one->index], i);
	}
	text_printf(&arms->text, "\n" LINE_OUT "%s}", last, arms->indent);
	if (braces)
		text_printf(&arms->text, "\n" LINE_OUT "%s}", last, arms->indent);
}

bool metadirective_arms(struct resolution *r, unsigned index, const struct variant *variants, const struct candidate *candidates, int count)
{
	const struct pragma *pragma = &r->survey->pragmas->items[index];
	const struct statement *statement = &r->survey->statements[index];
	struct arms arms = {.r = r, .pragma = pragma, .end = pragma->end};
	unsigned line = pragma->start;
	if (!r->survey->owners[index]) {
		error_at(r->source, pragma->start, "this metadirective chooses at execution time, so it must be inside a function");
		return false;
	}
	for (int i = 0; i < count; i++)
		if (takes_statement(&variants[candidates[i].index]))
			arms.statement = statement;
	if (arms.statement && !statement->found) {
		const struct invocation *invocation = survey_invocation(r->survey, pragma->next);
		if (!invocation) {
			error_at(r->source, pragma->start, "expected a statement after '#pragma omp metadirective'");
			return false;
		}
		r->expand[r->expand_count++] = invocation->start;
		return true;
	}
	if (arms.statement && statement->unknown) {
		r->expand[r->expand_count++] = statement->unknown;
		return true;
	}
	if (arms.statement) {
		arms.end = statement->end;
		if (!check_statement(&arms))
			return false;
	}
	while (line > 0 && strchr(" \t", r->source->text[line - 1]))
		line--;
	arms.indent = arena_strndup(r->source->arena, r->source->text + line, pragma->start - line);
	put_if(&arms, variants, candidates, count);
	rewrite_add(&r->rewrite, pragma->start, arms.end, arena_strndup(r->source->arena, arms.text.data, arms.text.length));
	text_release(&arms.text);
	return true;
}
