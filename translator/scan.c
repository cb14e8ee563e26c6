#include "scan.h"

#include <ctype.h>
#include <string.h>

static const char *const punctuators[] = {"<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&",
	"||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##", "::"};

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end) {
		if (isspace((unsigned char)*at)) {
			at++;
		} else if (end - at > 1 && at[0] == '\\' && (at[1] == '\n' || at[1] == '\r')) {
			at += 2;
		} else if (end - at > 1 && at[0] == '/' && at[1] == '*') {
			at += 2;
			while (at < end && !(at[0] == '*' && end - at > 1 && at[1] == '/'))
				at++;
			at = end - at > 1 ? at + 2 : end;
		} else if (end - at > 1 && at[0] == '/' && at[1] == '/') {
			while (at < end && *at != '\n')
				at++;
		} else {
			break;
		}
	}
	return at;
}

static size_t string_length(const char *at, const char *end)
{
	const char *p = at + 1;
	while (p < end && *p != *at)
		p += *p == '\\' && end - p > 1 ? 2 : 1;
	return (size_t)(p - at) + (p < end);
}

struct lexeme scan(const char *at, const char *end)
{
	struct lexeme lexeme = {LEX_END, skip_blanks(at, end), 0};
	const char *p = lexeme.start;
	if (p == end)
		return lexeme;
	if (isalpha((unsigned char)*p) || *p == '_' || *p == '$' || (unsigned char)*p >= 0x80) {
		lexeme.kind = LEX_WORD;
		while (p < end && (isalnum((unsigned char)*p) || *p == '_' || *p == '$' || (unsigned char)*p >= 0x80))
			p++;
		if (p < end && (*p == '\'' || *p == '"') && p - lexeme.start <= 2 && strchr("LuU", *lexeme.start)) {
			lexeme.kind = LEX_STRING;
			p += string_length(p, end);
		}
	} else if (isdigit((unsigned char)*p) || (*p == '.' && end - p > 1 && isdigit((unsigned char)p[1]))) {
		lexeme.kind = LEX_NUMBER;
		while (p < end && (isalnum((unsigned char)*p) || *p == '.' || *p == '_' ||
				   ((*p == '+' || *p == '-') && strchr("eEpP", p[-1]))))
			p++;
	} else if (*p == '"' || *p == '\'') {
		lexeme.kind = LEX_STRING;
		p += string_length(p, end);
	} else {
		lexeme.kind = LEX_PUNCTUATOR;
		size_t length = 1;
		for (size_t i = 0; i < sizeof punctuators / sizeof punctuators[0]; i++) {
			size_t candidate = strlen(punctuators[i]);
			if (candidate > length && candidate <= (size_t)(end - p) && !memcmp(p, punctuators[i], candidate))
				length = candidate;
		}
		p += length;
	}
	lexeme.length = (size_t)(p - lexeme.start);
	return lexeme;
}

bool lexeme_is(struct lexeme lexeme, const char *spelling)
{
	return lexeme.kind != LEX_END && lexeme.length == strlen(spelling) && !memcmp(lexeme.start, spelling, lexeme.length);
}

static bool opens(struct lexeme l)
{
	return l.kind == LEX_PUNCTUATOR && l.length == 1 && strchr("([{", *l.start);
}

static bool closes(struct lexeme l)
{
	return l.kind == LEX_PUNCTUATOR && l.length == 1 && strchr(")]}", *l.start);
}

bool scan_names_other(struct lexeme last)
{
	return lexeme_is(last, ".") || lexeme_is(last, "->") || lexeme_is(last, "struct") || lexeme_is(last, "union") || lexeme_is(last, "enum");
}

const char *scan_closing(const char *open, const char *end)
{
	int depth = 0;
	for (struct lexeme l = scan(open, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		if (opens(l))
			depth++;
		else if (closes(l) && --depth == 0)
			return l.start;
	}
	return NULL;
}

const char *scan_find(const char *at, const char *end, const char *spelling)
{
	int depth = 0;
	for (struct lexeme l = scan(at, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		if (depth == 0 && l.kind == LEX_PUNCTUATOR && lexeme_is(l, spelling))
			return l.start;
		if (opens(l))
			depth++;
		else if (closes(l))
			depth--;
	}
	return NULL;
}

void scan_trim(const char **start, const char **end)
{
	while (*start < *end && isspace((unsigned char)**start))
		++*start;
	while (*end > *start && isspace((unsigned char)(*end)[-1]))
		--*end;
}
