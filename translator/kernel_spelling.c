#include "kernel_spelling.h"

#include "scan.h"

#include <string.h>

struct spelling {
	struct arena *arena;
	struct kernel_code *result;
	struct text out;
	const char *written; /* the text is in `out` up to here */
	bool in_format;      /* the tokens so far end with `printf(`, or with a string after that */
	bool in_name;        /* with `printf` */
	bool in_conversion;  /* with the beginning of a conversion in a format */
	int letters;         /* of it, so far: l */
	bool is_long;        /* with the specifiers of a type, `long` among them */
};

static const char no_long_double[] = "OpenCL has no long double";

static void leave_out(struct spelling *spelling, const char *start, const char *end)
{
	text_add(&spelling->out, spelling->written, (size_t)(start - spelling->written));
	spelling->written = end;
}

/* A second `long` goes, and the blanks before it. */
static void read_word(struct spelling *spelling, struct lexeme word)
{
	static const char *const specifiers[] = {"int", "unsigned", "signed", "const", "volatile"};
	bool continues = false;
	if (lexeme_is(word, "long")) {
		const char *start = word.start;
		while (spelling->is_long && start > spelling->written && (start[-1] == ' ' || start[-1] == '\t'))
			start--;
		if (spelling->is_long)
			leave_out(spelling, start, word.start + word.length);
		spelling->is_long = true;
		return;
	}
	if (spelling->is_long && lexeme_is(word, "double"))
		spelling->result->problem = no_long_double;
	for (size_t i = 0; i < sizeof specifiers / sizeof *specifiers; i++)
		continues |= lexeme_is(word, specifiers[i]);
	spelling->is_long &= continues;
}

/* Whether a number with the suffix L is no integer: 1.5L, 1e3L, 0x1p3L. */
static bool is_floating(struct lexeme number)
{
	bool hexadecimal = number.length > 1 && strchr("xX", number.start[1]);
	return strcspn(number.start, hexadecimal ? ".pP" : ".eE") < number.length;
}

/* One of two letters in the suffix of an integer goes. */
static void read_number(struct spelling *spelling, struct lexeme number)
{
	if (strchr("lL", number.start[number.length - 1]) && is_floating(number))
		spelling->result->problem = no_long_double;
	for (const char *at = number.start; at + 1 < number.start + number.length; at++)
		if ((at[0] == 'l' || at[0] == 'L') && at[1] == at[0])
			leave_out(spelling, at, at + 1);
}

/* A letter of a conversion, after its '%', flags and width. */
static void read_letter(struct spelling *spelling, const char *at)
{
	if (*at == 'l' && spelling->letters == 1) {
		leave_out(spelling, at, at + 1);
	} else if (strchr("jztq", *at)) {
		leave_out(spelling, at, at + 1);
		text_adds(&spelling->out, "l");
	} else if (*at == '*') {
		spelling->result->problem = "it prints with a width or precision that is an argument, which OpenCL C does not have";
	} else if (!strchr("hldiouxXfFeEgGaAcsp%", *at) || (strchr("cs", *at) && spelling->letters)) {
		spelling->result->problem = arena_printf(spelling->arena, "it prints with '%%%s%c', which OpenCL C does not have", spelling->letters ? "l" : "", *at);
	}
	spelling->in_conversion = strchr("hljztq", *at);
	spelling->letters = *at == 'l' ? spelling->letters + 1 : 0;
}

/* Conversions may go on in the next string, as with the macros of <inttypes.h>. */
static void read_format(struct spelling *spelling, struct lexeme string)
{
	for (const char *at = string.start + 1; at < string.start + string.length - 1 && !spelling->result->problem; at++) {
		if (!spelling->in_conversion)
			spelling->in_conversion = *at == '%';
		else if (!strchr("-+ #0123456789.", *at))
			read_letter(spelling, at);
	}
}

void kernel_spelling_settle(struct arena *arena, struct kernel_code *result)
{
	struct spelling spelling = {.arena = arena, .result = result, .written = result->text};
	const char *end = result->text + strlen(result->text);
	for (struct lexeme token = scan(result->text, end); token.kind != LEX_END && !result->problem; token = scan(token.start + token.length, end)) {
		bool opens = spelling.in_name && lexeme_is(token, "(");
		if (token.kind == LEX_WORD)
			read_word(&spelling, token);
		else
			spelling.is_long = false;
		if (token.kind == LEX_NUMBER)
			read_number(&spelling, token);
		if (token.kind == LEX_STRING && spelling.in_format)
			read_format(&spelling, token);
		spelling.in_format = opens || (spelling.in_format && token.kind == LEX_STRING);
		spelling.in_conversion &= spelling.in_format;
		spelling.letters = spelling.in_conversion ? spelling.letters : 0;
		spelling.in_name = lexeme_is(token, "printf");
	}
	leave_out(&spelling, end, end);
	result->text = result->problem ? NULL : arena_strndup(arena, spelling.out.data ? spelling.out.data : "", spelling.out.length);
	text_release(&spelling.out);
}

const char *kernel_spelling_unsigned_char(struct arena *arena, const char *code)
{
	struct text out = {0};
	const char *end = code + strlen(code), *written = code;
	struct lexeme last = {.kind = LEX_END};
	for (struct lexeme token = scan(code, end), next; token.kind != LEX_END; last = token, token = next) {
		next = scan(token.start + token.length, end);
		bool has_sign = lexeme_is(last, "signed") || lexeme_is(last, "unsigned") || lexeme_is(next, "signed") || lexeme_is(next, "unsigned");
		if (!lexeme_is(token, "char") || has_sign)
			continue;
		text_printf(&out, "%.*sunsigned char", (int)(token.start - written), written);
		written = token.start + token.length;
	}
	text_adds(&out, written);
	const char *text = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return text;
}
