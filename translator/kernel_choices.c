#include "kernel_choices.h"

#include "scan.h"
#include "text.h"

#include <string.h>

enum truth { NEVER, ALWAYS, SOMETIMES };

/* Takes off blanks and brackets around the whole. */
static void peel(const char **start, const char **end)
{
	scan_trim(start, end);
	while (*end - *start > 1 && **start == '(' && scan_closing(*start, *end) == *end - 1) {
		++*start;
		--*end;
		scan_trim(start, end);
	}
}

/* What a condition is on a device. */
static enum truth truth_of(const char *start, const char *end)
{
	static const char asks[] = "omp_is_initial_device";
	peel(&start, &end);
	const char *both = scan_find(start, end, "&&");
	if (both) {
		enum truth left = truth_of(start, both), right = truth_of(both + 2, end);
		return left == NEVER || right == NEVER ? NEVER : left == ALWAYS && right == ALWAYS ? ALWAYS : SOMETIMES;
	}
	if (start < end && *start == '!') {
		enum truth truth = truth_of(start + 1, end);
		return truth == NEVER ? ALWAYS : truth == ALWAYS ? NEVER : SOMETIMES;
	}
	struct lexeme word = scan(start, end), open = scan(word.start + word.length, end);
	bool question = lexeme_is(word, asks) && lexeme_is(open, "(") && scan_closing(open.start, end) == end - 1;
	return question ? NEVER : SOMETIMES;
}

/* Adds the call that `c ? f : g` means with the arguments, "(x)".  False: it is no choice between functions. */
static bool add_call(const char *start, const char *end, const char *arguments, struct text *out)
{
	peel(&start, &end);
	const char *question = scan_find(start, end, "?"), *colon = question ? scan_find(question + 1, end, ":") : NULL;
	if (!colon) {
		struct lexeme name = scan(start, end);
		text_add(out, start, (size_t)(end - start));
		text_adds(out, arguments);
		return name.kind == LEX_WORD && name.start == start && name.start + name.length == end;
	}
	enum truth truth = truth_of(start, question);
	if (truth != SOMETIMES)
		return truth == ALWAYS ? add_call(question + 1, colon, arguments, out) : add_call(colon + 1, end, arguments, out);
	text_adds(out, "(");
	text_add(out, start, (size_t)(question - start));
	text_adds(out, "? ");
	bool good = add_call(question + 1, colon, arguments, out);
	text_adds(out, " : ");
	good &= add_call(colon + 1, end, arguments, out);
	text_adds(out, ")");
	return good;
}

/* Whether a bracket after this token may begin the function of a call. */
static bool may_begin(struct lexeme last)
{
	if (last.kind == LEX_WORD)
		return lexeme_is(last, "return") || lexeme_is(last, "else") || lexeme_is(last, "do");
	return last.kind == LEX_PUNCTUATOR && !lexeme_is(last, "]");
}

/* Past the declaration of the routine that is asked, which metadirectives come with; null: the word begins another one. */
static const char *past_declaration(struct lexeme word, const char *end)
{
	static const char *const words[] = {"extern", "int", "omp_is_initial_device", "(", "void", ")", ";"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++, word = scan(word.start + word.length, end)) {
		if (!lexeme_is(word, words[i]))
			return NULL;
		if (*words[i] == ';')
			return word.start + 1 + strspn(word.start + 1, " \t\n");
	}
	return NULL;
}

/* Past a block and the blanks after it; null: the statement at `at` is none. */
static const char *past_block(const char *at, const char *end)
{
	struct lexeme open = scan(at, end);
	const char *close = lexeme_is(open, "{") ? scan_closing(open.start, end) : NULL;
	return close ? close + 1 : NULL;
}

/* What is left of the statement `if (c) {...} else ...` at a word, where c only asks whether this is the initial device; *past: where that
   ends.  Null: it is none. */
static const char *arm_left(struct arena *arena, struct lexeme word, struct lexeme last, const char *end, const char **past)
{
	struct lexeme open = scan(word.start + word.length, end);
	const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL, *then = close ? past_block(close + 1, end) : NULL;
	enum truth truth = then ? truth_of(open.start + 1, close) : SOMETIMES;
	if (truth == SOMETIMES)
		return NULL;
	struct lexeme other = scan(then, end);
	bool chained = lexeme_is(other, "else");
	const char *start = chained ? other.start + other.length : then;
	if (truth == ALWAYS || !chained) {
		/* what another `else` would hold goes with the rest of the chain */
		while (chained && !past_block(start, end)) {
			struct lexeme next = scan(start, end), condition = scan(next.start + next.length, end);
			const char *after = lexeme_is(next, "if") && lexeme_is(condition, "(") ? scan_closing(condition.start, end) : NULL;
			then = after ? past_block(after + 1, end) : NULL;
			if (!then)
				return NULL;
			other = scan(then, end);
			chained = lexeme_is(other, "else");
			start = chained ? other.start + other.length : then;
		}
		*past = chained ? past_block(start, end) : start;
		if (truth == NEVER)
			return lexeme_is(last, "else") || lexeme_is(last, ")") ? ";" : "";
		start = close + 1;
		then = past_block(start, end);
	} else {
		then = past_block(start, end);
		if (!then) { /* else if */
			*past = start + strspn(start, " \t\n");
			return "";
		}
		*past = then;
	}
	scan_trim(&start, &then);
	const char *inside = start + 1, *inside_end = then - 1;
	scan_trim(&inside, &inside_end);
	if (past_block(inside, inside_end) == inside_end) { /* a block by itself in another */
		start = inside;
		then = inside_end;
	}
	return kernel_choices_make(arena, arena_strndup(arena, start, (size_t)(then - start)));
}

const char *kernel_choices_make(struct arena *arena, const char *code)
{
	const char *end = code + strlen(code), *at = code;
	struct text out = {0};
	struct lexeme last = {LEX_PUNCTUATOR, "", 0};
	for (struct lexeme word = scan(code, end); word.kind != LEX_END; last = word, word = scan(word.start + word.length, end)) {
		const char *past = past_declaration(word, end), *left = past ? "" : lexeme_is(word, "if") ? arm_left(arena, word, last, end, &past) : NULL;
		if (left) {
			text_add(&out, at, (size_t)(word.start - at));
			text_adds(&out, left);
			at = past;
			word = (struct lexeme){LEX_PUNCTUATOR, past - 1, 1};
			continue;
		}
		const char *close = lexeme_is(word, "(") && may_begin(last) ? scan_closing(word.start, end) : NULL;
		struct lexeme open = close ? scan(close + 1, end) : last;
		const char *arguments_end = close && lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
		if (!arguments_end || !scan_find(word.start + 1, close, "?"))
			continue;
		struct text call = {0};
		const char *arguments = kernel_choices_make(arena, arena_strndup(arena, open.start, (size_t)(arguments_end + 1 - open.start)));
		if (add_call(word.start + 1, close, arguments, &call)) {
			text_add(&out, at, (size_t)(word.start - at));
			text_adds(&out, call.data);
			at = arguments_end + 1;
			word = (struct lexeme){LEX_PUNCTUATOR, arguments_end, 1};
		}
		text_release(&call);
	}
	if (at == code)
		return code;
	text_adds(&out, at);
	const char *result = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return result;
}
