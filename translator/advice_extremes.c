/* advice_extremes.c - steps of a reduction that keeps the least or the greatest value: x = e > x ? e : x, if (e > x) x = e. */
#include "advice.h"

#include "diagnostic_located.h"
#include "scan.h"

#include <string.h>

/* A part of the text without blanks and parentheses around it. */
struct part {
	const char *start, *end;
};

static struct part trimmed(const char *start, const char *end)
{
	for (;;) {
		scan_trim(&start, &end);
		if (start >= end || *start != '(' || scan_closing(start, end) != end - 1)
			return (struct part){start, end};
		start++;
		end--;
	}
}

/* Whether two parts are the same words. */
static bool is_same(struct part a, struct part b)
{
	struct lexeme x = scan(a.start, a.end), y = scan(b.start, b.end);
	while (x.kind != LEX_END && y.kind != LEX_END && x.length == y.length && !memcmp(x.start, y.start, x.length)) {
		x = scan(x.start + x.length, a.end);
		y = scan(y.start + y.length, b.end);
	}
	return x.kind == LEX_END && y.kind == LEX_END && a.start < a.end;
}

static bool names(struct part part, struct part x)
{
	struct lexeme name = scan(x.start, x.end);
	for (struct lexeme l = scan(part.start, part.end); l.kind != LEX_END; l = scan(l.start + l.length, part.end))
		if (l.length == name.length && !memcmp(l.start, name.start, l.length))
			return true;
	return false;
}

/* Takes `a < b` apart: *less and *greater; false: it is not of that form, or neither is x alone. */
static bool read_comparison(struct part text, struct part x, struct part *less, struct part *greater)
{
	int depth = 0;
	struct lexeme relation = {LEX_END, NULL, 0};
	for (struct lexeme l = scan(text.start, text.end); l.kind != LEX_END; l = scan(l.start + l.length, text.end)) {
		depth += lexeme_is(l, "(") || lexeme_is(l, "[");
		depth -= lexeme_is(l, ")") || lexeme_is(l, "]");
		bool compares = lexeme_is(l, "<") || lexeme_is(l, ">") || lexeme_is(l, "<=") || lexeme_is(l, ">=");
		bool weaker = lexeme_is(l, "&&") || lexeme_is(l, "||") || lexeme_is(l, "?") || lexeme_is(l, ",") || lexeme_is(l, "==") || lexeme_is(l, "!=") ||
			      lexeme_is(l, "&") || lexeme_is(l, "|") || lexeme_is(l, "^") || lexeme_is(l, "=");
		if (depth == 0 && (weaker || (compares && relation.kind != LEX_END)))
			return false;
		if (depth == 0 && compares)
			relation = l;
	}
	if (relation.kind == LEX_END)
		return false;
	struct part left = trimmed(text.start, relation.start), right = trimmed(relation.start + relation.length, text.end);
	bool up = *relation.start == '<';
	*less = up ? left : right;
	*greater = up ? right : left;
	return (is_same(left, x) && !names(right, x)) || (is_same(right, x) && !names(left, x));
}

const char *advice_extreme(const char *start, const char *end, const char *x_start, const char *x_end)
{
	struct part x = trimmed(x_start, x_end), value = trimmed(start, end), less, greater;
	const char *question = scan_find(value.start, value.end, "?"), *colon = question ? scan_find(question + 1, value.end, ":") : NULL;
	if (!colon || !read_comparison(trimmed(value.start, question), x, &less, &greater))
		return NULL;
	struct part chosen = trimmed(question + 1, colon), other = trimmed(colon + 1, value.end);
	if (is_same(chosen, greater) && is_same(other, less))
		return "max";
	return is_same(chosen, less) && is_same(other, greater) ? "min" : NULL;
}

/* The token before `i` that is no comment. */
static unsigned token_before(const struct source *source, unsigned i)
{
	while (i > 0 && source->tokens[i - 1].kind == CXToken_Comment)
		i--;
	return i > 0 ? i - 1 : source->token_count;
}

/* The condition of the `if` whose statement, or the first in its braces, begins at token `first`: text[start, end), and *keyword is
   the `if`.  *braces: it stands in braces.  False: there is no such `if`. */
static bool find_guard(const struct source *source, unsigned first, struct span *condition, unsigned *keyword, bool *braces)
{
	unsigned close = token_before(source, first), open;
	int depth = 0;
	*braces = close < source->token_count && source_token_is(source, close, "{");
	if (*braces)
		close = token_before(source, close);
	if (close >= source->token_count || !source_token_is(source, close, ")") || source->tokens[close].directive)
		return false;
	for (open = close; open > 0; open--) {
		depth += source_token_is(source, open, ")") - source_token_is(source, open, "(");
		if (depth == 0)
			break;
	}
	*keyword = token_before(source, open);
	if (*keyword >= source->token_count || !source_token_is(source, *keyword, "if"))
		return false;
	*condition = (struct span){source->tokens[open].end, source->tokens[close].start};
	return true;
}

bool advice_guard(const struct source *source, unsigned step, struct span *condition)
{
	unsigned keyword;
	bool braces;
	return find_guard(source, source_token_at(source, step), condition, &keyword, &braces);
}

const char *advice_guarded_extreme(const struct source *source, const struct memory_access *write, struct span value, struct span *whole)
{
	unsigned last = source_program_token(source, source_token_at(source, value.end)), after = source_program_token(source, last + 1), keyword;
	struct span condition;
	bool braces;
	if (!find_guard(source, source_token_at(source, write->offset), &condition, &keyword, &braces) || !source_token_is(source, last, ";") ||
	    (braces && !source_token_is(source, after, "}")) || source_token_is(source, braces ? source_program_token(source, after + 1) : after, "else"))
		return NULL;
	const char *text = source->text;
	struct part x = trimmed(text + write->offset, text + diagnostic_end_of_place(source, write->offset)), less, greater;
	struct part assigned = trimmed(text + value.start, text + value.end);
	*whole = (struct span){source->tokens[keyword].start, value.end};
	if (!read_comparison(trimmed(text + condition.start, text + condition.end), x, &less, &greater))
		return NULL;
	bool max = is_same(assigned, greater) && is_same(x, less), min = is_same(assigned, less) && is_same(x, greater);
	return max ? "max" : min ? "min" : NULL;
}
