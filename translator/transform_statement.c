/* transform_statement.c - statements found by their tokens: where they end, and what jumps in them. */
#include "transform_internal.h"

#include "normalise.h"
#include "scan.h"

#include <string.h>

/* The index of the token that closes the bracket at index; the token count when there is none. */
static unsigned closing(const struct source *source, unsigned index)
{
	unsigned depth = 0;
	for (; index < source->token_count; index = source_program_token(source, index + 1)) {
		if (source_token_is(source, index, "(") || source_token_is(source, index, "{") || source_token_is(source, index, "["))
			depth++;
		if (source_token_is(source, index, ")") || source_token_is(source, index, "}") || source_token_is(source, index, "]"))
			if (--depth == 0)
				return index;
	}
	return index;
}

/* The index after the last token of the statement at index. */
static unsigned after_statement(const struct source *source, unsigned index)
{
	index = source_program_token(source, index);
	if (source_token_is(source, index, "{"))
		return source_program_token(source, closing(source, index) + 1);
	bool is_if = source_token_is(source, index, "if");
	if (is_if || source_token_is(source, index, "for") || source_token_is(source, index, "while") || source_token_is(source, index, "switch")) {
		unsigned open = source_program_token(source, index + 1);
		unsigned after = after_statement(source, closing(source, open) + 1);
		return is_if && source_token_is(source, after, "else") ? after_statement(source, after + 1) : after;
	}
	if (source_token_is(source, index, "do"))
		index = after_statement(source, index + 1);
	for (; index < source->token_count; index = source_program_token(source, index + 1)) {
		if (source_token_is(source, index, "(") || source_token_is(source, index, "{") || source_token_is(source, index, "["))
			index = closing(source, index);
		if (source_token_is(source, index, ":"))
			return after_statement(source, index + 1);
		if (source_token_is(source, index, "?")) /* its colon ends no label */
			while (index < source->token_count && !source_token_is(source, index, ";"))
				index = source_program_token(source, index + 1);
		if (source_token_is(source, index, ";"))
			return source_program_token(source, index + 1);
	}
	return index;
}

unsigned transform_statement_end(const struct source *source, unsigned start, unsigned end)
{
	unsigned after = after_statement(source, source_token_at(source, start));
	while (after > 0 && (after >= source->token_count || source->tokens[after - 1].end > end || source->tokens[after - 1].directive ||
	                     source->tokens[after - 1].skipped || source->tokens[after - 1].kind == CXToken_Comment))
		after--;
	return after == 0 ? end : source->tokens[after - 1].end;
}

bool transform_macros_say(struct transform *t, struct span body, const char *words, unsigned *offset)
{
	const struct survey *survey = t->survey;
	unsigned count = 0, *offsets = arena_alloc(t->arena, (survey->invocation_count + 1) * sizeof *offsets);
	const char **pieces = arena_alloc(t->arena, (survey->invocation_count + 1) * sizeof *pieces);
	const char **meant = arena_alloc(t->arena, (survey->invocation_count + 1) * sizeof *meant);
	for (unsigned i = 0; i < survey->invocation_count; i++) {
		const struct invocation *invocation = &survey->invocations[i];
		if (invocation->start < body.start || invocation->end > body.end || survey_invocation(survey, invocation->start) != invocation)
			continue;
		offsets[count] = invocation->start;
		pieces[count++] = span_text(t->source, (struct span){invocation->start, invocation->end});
	}
	if (count == 0 || !normalise_expand(t->source, offsets, pieces, count, meant))
		return false;
	for (unsigned i = 0; i < count; i++) {
		const char *end = meant[i] ? meant[i] + strlen(meant[i]) : NULL;
		for (struct lexeme l = scan(meant[i] ? meant[i] : end, end); meant[i] && l.kind != LEX_END; l = scan(l.start + l.length, end))
			if (openmp_lists(words, arena_strndup(t->arena, l.start, l.length))) {
				*offset = offsets[i];
				return true;
			}
	}
	return false;
}

bool transform_can_repeat(struct transform *t, struct span body)
{
	const struct source *source = t->source;
	unsigned offset;
	if (transform_macros_say(t, body, "static asm __asm__ __label__ goto :", &offset))
		return false;
	for (unsigned i = source_program_token(source, source_token_at(source, body.start)); i < source->token_count && source->tokens[i].start < body.end;) {
		unsigned next = source_program_token(source, i + 1);
		if (source_token_is(source, i, "static") || source_token_is(source, i, "asm") || source_token_is(source, i, "__asm__") ||
		    source_token_is(source, i, "__label__"))
			return false;
		bool word = source->tokens[i].kind == CXToken_Identifier;
		unsigned before = i;
		while (before > 0 && (source->tokens[before - 1].kind == CXToken_Comment || source->tokens[before - 1].directive || source->tokens[before - 1].skipped))
			before--;
		bool starts = before > 0 && (source_token_is(source, before - 1, ";") || source_token_is(source, before - 1, "{") ||
		                             source_token_is(source, before - 1, "}") || source_token_is(source, before - 1, ")") ||
		                             source_token_is(source, before - 1, "else") || source_token_is(source, before - 1, "do") ||
		                             source_token_is(source, before - 1, ":"));
		if (word && starts && source_token_is(source, next, ":"))
			return false;
		const struct invocation *invocation = survey_invocation(t->survey, source->tokens[i].start);
		if (invocation && invocation->effects & MACRO_COUNTS)
			return false;
		i = next;
	}
	return true;
}

bool transform_continues(struct transform *t, struct span body)
{
	const struct source *source = t->source;
	unsigned skip = 0, offset;
	if (transform_macros_say(t, body, "continue", &offset))
		return true;
	for (unsigned i = source_program_token(source, source_token_at(source, body.start)); i < source->token_count && source->tokens[i].start < body.end;
	     i = source_program_token(source, i + 1)) {
		if (source->tokens[i].start < skip)
			continue;
		if (source_token_is(source, i, "for") || source_token_is(source, i, "while") || source_token_is(source, i, "do"))
			skip = transform_statement_end(source, source->tokens[i].start, body.end);
		else if (source_token_is(source, i, "continue"))
			return true;
	}
	return false;
}
