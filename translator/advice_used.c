/* advice_used.c - whether the value of an assignment is used where it stands: a[k++], b = (s += e). */
#include "advice.h"

/* The last token before `index` that is program text, and a pragma after it; -1: there is none. */
static long token_before(const struct source *source, long index, bool *pragma)
{
	*pragma = false;
	for (index--; index >= 0; index--) {
		const struct token *token = &source->tokens[index];
		*pragma |= token->directive && source_token_is(source, (unsigned)index, "pragma");
		if (token->kind != CXToken_Comment && !token->directive && !token->skipped)
			break;
	}
	return index;
}

static bool is_any(const struct source *source, long index, const char *const *spellings)
{
	for (; index >= 0 && *spellings; spellings++)
		if (source_token_is(source, (unsigned)index, *spellings))
			return true;
	return false;
}

/* The bracket around the token that opens last; -1: none.  *semicolons: how many stand between them, outside of other brackets;
   *question: a `?` is in the part since the last of them. */
static long bracket_around(const struct source *source, long index, int *semicolons, bool *question)
{
	static const char *const opening[] = {"(", "[", "{", NULL}, *const closing[] = {")", "]", "}", NULL};
	bool pragma;
	int depth = 0;
	*semicolons = 0;
	*question = false;
	while ((index = token_before(source, index, &pragma)) >= 0) {
		depth += is_any(source, index, closing);
		if (is_any(source, index, opening) && depth-- == 0)
			break;
		*semicolons += depth == 0 && source_token_is(source, (unsigned)index, ";");
		*question |= depth == 0 && *semicolons == 0 && source_token_is(source, (unsigned)index, "?");
	}
	return index;
}

/* Whether `before` is the last token before a statement's first. */
static bool begins_statement(const struct source *source, long before, bool question)
{
	static const char *const ends[] = {";", "{", "}", "else", "do", NULL}, *const heads[] = {"if", "for", "while", "switch", "_Pragma", NULL};
	int semicolons;
	bool inner, pragma;
	if (before < 0 || is_any(source, before, ends))
		return true;
	if (source_token_is(source, (unsigned)before, ":"))
		return !question;
	if (!source_token_is(source, (unsigned)before, ")"))
		return false;
	return is_any(source, token_before(source, bracket_around(source, before, &semicolons, &inner), &pragma), heads);
}

/* The token of the expression's (void), or its own first. */
static long with_cast(const struct source *source, long first)
{
	static const char *const close[] = {")", NULL}, *const word[] = {"void", NULL}, *const open[] = {"(", NULL};
	bool pragma;
	long last = token_before(source, first, &pragma), type = token_before(source, last, &pragma), start = token_before(source, type, &pragma);
	return is_any(source, last, close) && is_any(source, type, word) && is_any(source, start, open) ? start : first;
}

bool advice_value_is_used(const struct source *source, unsigned start, unsigned end)
{
	static const char *const word_for[] = {"for", NULL}, *const semicolon[] = {";", NULL};
	static const char *const comma[] = {",", NULL}, *const part_end[] = {";", ",", NULL}, *const head_end[] = {")", ",", NULL};
	int semicolons;
	bool pragma, question, inner;
	long first = with_cast(source, source_token_at(source, start)), after = source_program_token(source, source_token_at(source, end));
	long open = bracket_around(source, first, &semicolons, &question), before = token_before(source, first, &pragma);
	if (open < 0 || after >= source->token_count)
		return true;
	if (source_token_is(source, (unsigned)open, "(")) {
		if (!is_any(source, token_before(source, open, &inner), word_for) || semicolons == 1)
			return true;
		return !(before == open || is_any(source, before, part_end)) || !is_any(source, after, semicolons ? head_end : part_end);
	}
	if (!source_token_is(source, (unsigned)open, "{"))
		return true;
	return !((pragma || is_any(source, before, comma) || begins_statement(source, before, question)) && is_any(source, after, semicolon)) &&
	       !(is_any(source, before, semicolon) && is_any(source, after, comma));
}
