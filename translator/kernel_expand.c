#include "kernel_expand.h"

#include "preprocess.h"
#include "scan.h"
#include "survey.h"
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A comment, or the blanks at the front of a line. */
struct hidden {
	const char *text;
	bool begins_line;
};

/* An invocation that has been asked for. */
struct expanded {
	struct expanded *next;
	const char *invocation;
	size_t length;        /* of the invocation */
	unsigned place;       /* where it was asked for */
	unsigned definitions; /* how many directives before that may change macros: where they are the same, macros are */
	const char *text;     /* on one line; null: it depends on where it stands, or on what follows it */
};

enum { BUCKETS = 256 };

struct expansions {
	struct source *source;
	const struct survey *survey;
	struct expanded *buckets[BUCKETS], *asked; /* asked: of the run to come, linked by `next` too */
	struct hidden *hidden; /* taken out of the text while it is preprocessed */
	unsigned hidden_count;
	unsigned place, definitions; /* of what is read: as in struct expanded */
};

/* ---------------------------------------------------------------------------------------------- comments */

/* Puts a word in place of what the preprocessor would drop: a comment, or (begins_line) the blanks at the front of a line. */
static void hide(struct expansions *expansions, const char *text, size_t length, bool begins_line, struct text *out)
{
	struct hidden *grown = arena_alloc(expansions->source->arena, (expansions->hidden_count + 1) * sizeof *grown);
	if (expansions->hidden_count)
		memcpy(grown, expansions->hidden, expansions->hidden_count * sizeof *grown);
	grown[expansions->hidden_count] = (struct hidden){arena_strndup(expansions->source->arena, text, length), begins_line};
	expansions->hidden = grown;
	text_printf(out, " ppcc_hidden_%u_ ", expansions->hidden_count++);
}

/* Whether a word, and then parentheses: a macro may be called, and nothing can stand between. */
static bool may_call(const struct text *before, const char *after)
{
	size_t length = before->length;
	while (length > 0 && strchr(" \t\n", before->data[length - 1]))
		length--;
	return after[strspn(after, " \t\n")] == '(' && length > 0 && (isalnum((unsigned char)before->data[length - 1]) || before->data[length - 1] == '_');
}

/* The text with words in place of comments and indentation.  Lines within parentheses may be arguments of a macro that makes a
   string of them: they lose theirs. */
static void hide_layout(struct expansions *expansions, const char *text, struct text *out)
{
	int depth = 0;
	for (bool fresh = true; *text;) {
		size_t length = 1, blanks = strspn(text, " \t");
		if (fresh && blanks && depth == 0 && !strchr("#\n", text[blanks]) && !may_call(out, text + blanks)) {
			hide(expansions, text, blanks, true, out);
			text += blanks;
		}
		if (fresh && text[blanks] == '#') { /* a #line: the preprocessor reads it */
			length = strcspn(text, "\n");
			text_add(out, text, length);
			text += length;
			fresh = false;
			continue;
		}
		fresh = false;
		if (*text == '"' || *text == '\'') {
			struct lexeme literal = scan(text, text + strlen(text));
			length = literal.length ? literal.length : 1;
		} else if (!strncmp(text, "//", 2) || !strncmp(text, "/*", 2)) {
			const char *close = text[1] == '/' ? strchr(text, '\n') : strstr(text + 2, "*/");
			length = !close ? strlen(text) : (size_t)(close - text) + (text[1] == '/' ? 0 : 2);
			if (!may_call(out, text + length))
				hide(expansions, text, length, false, out);
			text += length;
			continue;
		}
		depth += (*text == '(') - (*text == ')');
		fresh = *text == '\n' && (text[-1] != '\\');
		text_add(out, text, length);
		text += length;
	}
}

static const char *show_layout(struct expansions *expansions, const char *text)
{
	static const char mark[] = "ppcc_hidden_";
	struct text out = {0};
	for (const char *at; (at = strstr(text, mark));) {
		unsigned number = 0;
		int used = 0;
		sscanf(at, "ppcc_hidden_%u_%n", &number, &used);
		const struct hidden *hidden = number < expansions->hidden_count ? &expansions->hidden[number] : NULL;
		size_t before = (size_t)(at - text);
		while (before > 0 && strchr(" \t", text[before - 1]))
			before--;
		text_add(&out, text, before);
		if (hidden && !hidden->begins_line && out.length > 0 && !strchr(" \t\n", out.data[out.length - 1]))
			text_adds(&out, " ");
		text_adds(&out, hidden ? hidden->text : "");
		text = at + used;
		if (hidden && hidden->begins_line)
			text += strspn(text, " \t");
		else
			text += *text == ' ';
	}
	text_adds(&out, text);
	const char *result = arena_strndup(expansions->source->arena, out.data, out.length);
	text_release(&out);
	return result;
}

/* ---------------------------------------------------------------------------------------------- expanding */

static const char piece_begins[] = "ppcc_piece_begins", piece_ends[] = "ppcc_piece_ends";

/* Adds a line of text, or the rest of the line before it, which the preprocessor parted where a macro of a system header begins or ends. */
static void add_text_line(struct text *out, const char *line, size_t length, bool goes_on)
{
	if (goes_on) {
		while (out->length > 0 && strchr(" \t\n", out->data[out->length - 1]))
			out->data[--out->length] = '\0';
		size_t blanks = strspn(line, " \t");
		line += blanks;
		length -= blanks;
		if (out->length > 0 && !strchr("(!\n", out->data[out->length - 1]) && !strchr("();,[", *line))
			text_adds(out, " ");
	}
	text_add(out, line, length);
}

/* Whether the last line of the text is within parentheses. */
static bool is_open(const struct text *text)
{
	int depth = 0;
	size_t start = text->length;
	while (start > 0 && !(text->data[start - 1] == '\n' && start < text->length))
		start--;
	for (size_t i = start; i < text->length; i++)
		depth += (text->data[i] == '(') - (text->data[i] == ')');
	return depth > 0;
}

/* The lines between two marks; line markers become #line directives. */
static const char *between(struct expansions *expansions, const char **output)
{
	struct text out = {0};
	const char *at = strstr(*output, piece_begins), *end = at ? strstr(at, piece_ends) : NULL;
	unsigned long number = 0, last = 0; /* of the line to come, and of the one before */
	bool goes_on = false, in_system = false; /* text of a macro of a system header */
	if (!end)
		return NULL;
	*output = end + strlen(piece_ends);
	at += strcspn(at, "\n") + 1;
	while (at < end) {
		size_t length = strcspn(at, "\n") + 1;
		bool marker = at[0] == '#' && at[1] == ' ' && isdigit((unsigned char)at[2]);
		const char *name = marker ? strchr(at, '"') : NULL, *close = name ? strchr(name + 1, '"') : NULL;
		if (marker) {
			number = strtoul(at + 2, NULL, 10);
			bool was = in_system;
			in_system = close && memmem(close, length - (size_t)(close - at), " 3", 2); /* the flag of system headers */
			goes_on = (number == last && (was || in_system)) || is_open(&out);
			if (close && !goes_on)
				text_printf(&out, "#line %lu %.*s\n", number, (int)(close - name) + 1, name);
		} else if (at + length <= end) {
			add_text_line(&out, at, length, goes_on);
			goes_on = false;
			last = number++;
		}
		at += length;
	}
	const char *result = show_layout(expansions, out.data ? out.data : "");
	text_release(&out);
	return result;
}

/* ---------------------------------------------------------------------------------------------- invocations */

static struct expanded **bucket(struct expansions *expansions, const char *invocation, size_t length)
{
	unsigned hash = 5381;
	for (size_t i = 0; i < length; i++)
		hash = hash * 33 + (unsigned char)invocation[i];
	return &expansions->buckets[hash % BUCKETS];
}

static struct expanded *find(struct expanded *list, const struct expansions *expansions, const char *invocation, size_t length)
{
	while (list && (list->length != length || memcmp(list->invocation, invocation, length) || list->definitions != expansions->definitions))
		list = list->next;
	return list;
}

static void ask(struct expansions *expansions, const char *invocation, size_t length)
{
	if (find(*bucket(expansions, invocation, length), expansions, invocation, length) || find(expansions->asked, expansions, invocation, length))
		return;
	struct expanded *expanded = ARENA_NEW(expansions->source->arena, struct expanded);
	*expanded = (struct expanded){expansions->asked, arena_strndup(expansions->source->arena, invocation, length), length, expansions->place, expansions->definitions, NULL};
	expansions->asked = expanded;
}

enum word_kind {
	WORD_PLAIN,
	WORD_INVOCATION,
	WORD_UNCLEAR /* only its whole text says what it stands for */
};

/* length: of the invocation with its arguments. */
static enum word_kind kind_of(const struct survey *survey, struct lexeme word, const char *end, size_t *length)
{
	enum macro_kind kind = survey_macro_kind(survey, word.start, word.length);
	*length = word.length;
	if (kind == MACRO_NONE || kind == MACRO_VARIES)
		return kind == MACRO_NONE ? WORD_PLAIN : WORD_UNCLEAR;
	struct lexeme next = scan(word.start + word.length, end);
	bool called = lexeme_is(next, "(");
	if (kind != MACRO_FUNCTION)
		return kind == MACRO_PREDEFINED && called ? WORD_UNCLEAR : WORD_INVOCATION;
	if (!called)
		return WORD_PLAIN;
	const char *close = scan_closing(next.start, end);
	if (!close)
		return WORD_UNCLEAR;
	*length = (size_t)(close - word.start) + 1;
	bool layout = memchr(word.start, '\n', *length) || memmem(word.start, *length, "/*", 2) || memmem(word.start, *length, "//", 2);
	return layout ? WORD_UNCLEAR : WORD_INVOCATION;
}

/* Whether two characters with nothing between them may be one token. */
static bool may_join(char left, char right)
{
	static const char operators[] = "+-*/<>=&|!%^~.#:";
	if (!left || !right)
		return false;
	return (strchr(operators, left) && strchr(operators, right)) || (left == '.' && isdigit((unsigned char)right)) ||
	       (isalnum((unsigned char)left) && strchr("\"'", right));
}

/* Adds what an invocation stands for; after: what follows it.  Returns where the text goes on. */
static const char *add_expansion(struct text *out, const char *expansion, const char *after)
{
	char last = out->length ? out->data[out->length - 1] : '\n';
	if (!*expansion)
		return strchr(" \t\n", last) && *after == ' ' ? after + 1 : after;
	if (may_join(last, *expansion))
		text_adds(out, " ");
	text_adds(out, expansion);
	if (may_join(expansion[strlen(expansion) - 1], *after))
		text_adds(out, " ");
	return after;
}

enum reading {
	READ_PLAIN,    /* nothing in the text is expanded */
	READ_EXPANDED,
	READ_ASKS,     /* for some of its invocations */
	READ_WHOLE     /* the preprocessor must read the text itself */
};

/* Writes the text with all expanded. */
static enum reading read_text(struct expansions *expansions, const char *text, struct text *out)
{
	enum reading reading = READ_PLAIN;
	const char *end = text + strlen(text), *from = text;
	if (strstr(text, "\\\n"))
		return READ_WHOLE;
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		enum word_kind kind = WORD_PLAIN;
		if (lexeme_is(word, "#") && lexeme_is(scan(word.start + 1, end), "line"))
			word.length = strcspn(word.start, "\n");
		else if (lexeme_is(word, "#"))
			kind = WORD_UNCLEAR;
		else if (word.kind == LEX_WORD)
			kind = kind_of(expansions->survey, word, end, &word.length);
		if (kind == WORD_PLAIN)
			continue;
		struct expanded *known = find(*bucket(expansions, word.start, word.length), expansions, word.start, word.length);
		if (kind == WORD_UNCLEAR || (known && !known->text))
			return READ_WHOLE;
		if (!known) {
			ask(expansions, word.start, word.length);
			reading = READ_ASKS;
			continue;
		}
		if (reading == READ_PLAIN)
			reading = READ_EXPANDED;
		text_add(out, from, (size_t)(word.start - from));
		from = add_expansion(out, known->text, word.start + word.length);
	}
	text_adds(out, from);
	return reading;
}

/* ---------------------------------------------------------------------------------------------- a run of the preprocessor */

/* What is read from now on stands at the place. */
static void go_to(struct expansions *expansions, unsigned place)
{
	static const char *const words[] = {"define", "undef", "include", "include_next", "import", "push_macro", "pop_macro"};
	const struct source *source = expansions->source;
	unsigned count = 0;
	for (unsigned i = 0; i < source->token_count && source->tokens[i].start < place; i++) {
		if (source->tokens[i].directive)
			for (size_t w = 0; w < sizeof words / sizeof *words; w++)
				count += source_token_is(source, i, words[w]);
		else
			count += source_token_is(source, i, "_Pragma");
	}
	expansions->place = place;
	expansions->definitions = count;
}

/* Asks for what the file invokes, on the way. */
static void ask_all(struct expansions *expansions)
{
	const struct survey *survey = expansions->survey;
	for (unsigned i = 0; i < survey->invocation_count; i++) {
		const char *start = expansions->source->text + survey->invocations[i].start, *end = expansions->source->text + survey->invocations[i].end;
		struct lexeme word = scan(start, end);
		size_t length;
		if (word.kind == LEX_WORD && kind_of(survey, word, end, &length) == WORD_INVOCATION && length == (size_t)(end - start))
			ask(expansions, start, length);
	}
}

/* What the preprocessor made of an invocation, on one line; null: it did not. */
static const char *answer(struct expansions *expansions, const char **output)
{
	const char *text = between(expansions, output);
	while (text && !strncmp(text, "#line ", 6))
		text += strcspn(text, "\n") + 1;
	if (!text)
		return NULL;
	const char *end = text + strlen(text), *last_start = text;
	scan_trim(&text, &end);
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		last_start = word.start;
	enum macro_kind last = text == end ? MACRO_NONE : survey_macro_kind(expansions->survey, last_start, (size_t)(end - last_start));
	bool open = last == MACRO_FUNCTION || last == MACRO_VARIES; /* what follows may be its arguments */
	return open || memchr(text, '\n', (size_t)(end - text)) || (text < end && *text == '#') ? NULL : arena_strndup(expansions->source->arena, text, (size_t)(end - text));
}

/* What the preprocessor is to read at an offset of the file. */
struct insertion {
	unsigned place, order;
	const char *text;
	struct kernel_piece *piece; /* one of these two */
	struct expanded *asked;
};

static int in_order(const void *a, const void *b)
{
	const struct insertion *x = a, *y = b;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static const char *bracketed(struct expansions *expansions, const char *before, const char *text)
{
	return arena_printf(expansions->source->arena, "\n%s\n%s%s\n%s\n", piece_begins, before, text, piece_ends);
}

/* All that is wanted or asked for; an invocation twice, in places that differ, because what differs then is not to be kept. */
static struct insertion *insertions(struct expansions *expansions, struct kernel_piece *pieces, const bool *wanted, unsigned count, unsigned *number)
{
	struct arena *arena = expansions->source->arena;
	unsigned n = 0, room = count;
	for (const struct expanded *asked = expansions->asked; asked; asked = asked->next)
		room++;
	struct insertion *result = arena_alloc(arena, (room + 1) * sizeof *result);
	for (unsigned i = 0; i < count; i++) {
		struct text hidden = {0};
		if (!wanted[i])
			continue;
		hide_layout(expansions, pieces[i].text, &hidden);
		result[n] = (struct insertion){pieces[i].place, n, bracketed(expansions, "", hidden.data ? hidden.data : ""), &pieces[i], NULL};
		n++;
		text_release(&hidden);
	}
	for (struct expanded *asked = expansions->asked; asked; asked = asked->next) {
		const char *here = bracketed(expansions, "", asked->invocation), *there = bracketed(expansions, "#line 1 \"ppcc\"\n", asked->invocation);
		result[n] = (struct insertion){asked->place, n, arena_printf(arena, "%s%s", here, there), NULL, asked};
		n++;
	}
	if (n)
		qsort(result, n, sizeof *result, in_order);
	*number = n;
	return result;
}

/* Expands the pieces that wanted[i] says, and all that is asked for. */
static bool run(struct expansions *expansions, struct kernel_piece *pieces, const bool *wanted, unsigned count)
{
	struct source *source = expansions->source;
	struct text input = {0}, output = {0};
	unsigned number, from = 0;
	expansions->hidden_count = 0;
	const struct insertion *inserted = insertions(expansions, pieces, wanted, count, &number);
	for (unsigned i = 0; i < number; i++) {
		text_add(&input, source->text + from, inserted[i].place - from);
		text_adds(&input, inserted[i].text);
		from = inserted[i].place;
	}
	text_add(&input, source->text + from, source->size - from);
	bool good = preprocess(source, input.data, input.length, &output);
	const char *at = output.data;
	for (unsigned i = 0; good && i < number; i++) {
		struct expanded *asked = inserted[i].asked;
		if (!asked) {
			inserted[i].piece->text = between(expansions, &at);
			good = inserted[i].piece->text != NULL;
			continue;
		}
		struct expanded **list = bucket(expansions, asked->invocation, asked->length);
		const char *here = answer(expansions, &at), *there = answer(expansions, &at);
		asked->text = here && there && !strcmp(here, there) ? here : NULL;
		asked->next = *list;
		*list = asked;
	}
	expansions->asked = NULL;
	text_release(&input);
	text_release(&output);
	return good;
}

struct expansions *kernel_expansions(struct source *source, const struct survey *survey)
{
	struct expansions *expansions = ARENA_NEW(source->arena, struct expansions);
	expansions->source = source;
	expansions->survey = survey;
	return expansions;
}

bool kernel_expand(struct expansions *expansions, struct kernel_piece *pieces, unsigned count)
{
	struct arena *arena = expansions->source->arena;
	bool *done = arena_alloc(arena, (count + 1) * sizeof *done), *wanted = arena_alloc(arena, (count + 1) * sizeof *wanted);
	for (bool again = true; again;) {
		again = false;
		for (unsigned i = count; i-- > 0;) {
			struct text out = {0};
			wanted[i] = false;
			if (done[i])
				continue;
			go_to(expansions, pieces[i].place);
			enum reading reading = read_text(expansions, pieces[i].text, &out);
			if (reading == READ_EXPANDED)
				pieces[i].text = arena_strndup(arena, out.data ? out.data : "", out.length);
			wanted[i] = reading == READ_WHOLE;
			done[i] = reading != READ_ASKS;
			again |= wanted[i] || !done[i];
			text_release(&out);
		}
		if (!again)
			return true;
		ask_all(expansions);
		if (!run(expansions, pieces, wanted, count))
			return false;
	}
	return true;
}
