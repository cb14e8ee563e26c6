#include "constant.h"

#include "scan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What is left of the expression, and whether all of it so far had a value. */
struct reader {
	const char *at, *end;
	bool good;
};

static struct lexeme peek(const struct reader *reader)
{
	return scan(reader->at, reader->end);
}

static bool take(struct reader *reader, const char *spelling)
{
	struct lexeme next = peek(reader);
	if (!lexeme_is(next, spelling))
		return false;
	reader->at = next.start + next.length;
	return true;
}

static long long conditional(struct reader *reader);

static long long fail(struct reader *reader)
{
	reader->good = false;
	reader->at = reader->end;
	return 0;
}

static long long number(struct reader *reader, struct lexeme word)
{
	char *end;
	errno = 0;
	long long value = strtoll(word.start, &end, 0);
	bool suffix = strspn(end, "uUlL") >= (size_t)(word.start + word.length - end);
	if (errno || end == word.start || !suffix)
		return fail(reader);
	reader->at = word.start + word.length;
	return value;
}

static long long primary(struct reader *reader)
{
	struct lexeme word = peek(reader);
	if (take(reader, "(")) {
		long long value = conditional(reader);
		return take(reader, ")") ? value : fail(reader);
	}
	if (word.kind == LEX_NUMBER)
		return number(reader, word);
	if (word.kind == LEX_STRING && word.length == 3 && *word.start == '\'') {
		reader->at = word.start + word.length;
		return word.start[1];
	}
	/* C23 has these as keywords, <stdbool.h> as macros */
	bool is_true = take(reader, "true");
	return is_true || take(reader, "false") ? is_true : fail(reader);
}

static long long unary(struct reader *reader)
{
	if (take(reader, "!"))
		return !unary(reader);
	if (take(reader, "~"))
		return ~unary(reader);
	if (take(reader, "-"))
		return (long long)(0ULL - (unsigned long long)unary(reader));
	if (take(reader, "+"))
		return unary(reader);
	return primary(reader);
}

/* Binary operators, those that bind least first. */
static const char *const levels[][5] = {
	{"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"},
};
enum { LEVELS = sizeof levels / sizeof levels[0] };

static long long apply(struct reader *reader, const char *operator, long long left, long long right)
{
	unsigned long long a = (unsigned long long)left, b = (unsigned long long)right;
	switch (*operator) {
	case '|': return operator[1] ? left || right : left | right;
	case '&': return operator[1] ? left && right : left & right;
	case '^': return left ^ right;
	case '=': return left == right;
	case '!': return left != right;
	case '<':
		if (operator[1] == '<')
			return right < 0 || right > 62 ? fail(reader) : (long long)(a << b);
		return operator[1] ? left <= right : left < right;
	case '>':
		if (operator[1] == '>')
			return right < 0 || right > 62 ? fail(reader) : left >> right;
		return operator[1] ? left >= right : left > right;
	case '+': return (long long)(a + b);
	case '-': return (long long)(a - b);
	case '*': return (long long)(a * b);
	default:
		if (right == 0 || right == -1)
			return fail(reader);
		return *operator == '/' ? left / right : left % right;
	}
}

static long long binary(struct reader *reader, int level)
{
	if (level == LEVELS)
		return unary(reader);
	long long left = binary(reader, level + 1);
	for (int i = 0; i < 5 && levels[level][i]; i++) {
		if (!take(reader, levels[level][i]))
			continue;
		left = apply(reader, levels[level][i], left, binary(reader, level + 1));
		i = -1;
	}
	return left;
}

static long long conditional(struct reader *reader)
{
	long long condition = binary(reader, 0);
	if (!take(reader, "?"))
		return condition;
	long long first = conditional(reader);
	if (!take(reader, ":"))
		return fail(reader);
	long long second = conditional(reader);
	return condition ? first : second;
}

bool constant_value(const char *expression, long long *value)
{
	struct reader reader = {expression, expression + strlen(expression), true};
	*value = conditional(&reader);
	return reader.good && peek(&reader).kind == LEX_END;
}
