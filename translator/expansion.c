#include "expansion.h"

#include "diagnostic.h"
#include "preprocess.h"
#include "scan.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char marker_stem[] = "__ppcc_piece_"; /* __ppcc_piece_7_begin, __ppcc_piece_7_end */

/* The start of the logical line that holds the offset. */
static unsigned line_start(const struct source *source, unsigned offset)
{
	const char *text = source->text;

	while (offset > 0) {
		if (text[offset - 1] == '\n') {
			unsigned before = offset - 1;
			if (before > 0 && text[before - 1] == '\r')
				before--;
			if (before == 0 || text[before - 1] != '\\')
				break;
		}
		offset--;
	}
	return offset;
}

/* The copy of the source's text with the markers in it, and with `inside` after each first and before each second marker. */
static void mark_pieces(struct source *source, const struct expansion *pieces, unsigned count, const char *inside,
                        struct text *marked)
{
	unsigned at = 0;

	for (unsigned i = 0; i < count; i++) {
		const struct expansion *one = &pieces[i];
		unsigned start = one->piece ? line_start(source, one->start) : one->start;
		text_add(marked, source->text + at, start - at);
		at = start;
		text_printf(marked, " %s%u_begin %s ", marker_stem, i, inside);
		if (one->piece)
			text_adds(marked, one->piece);
		else
			text_add(marked, source->text + start, one->end - start);
		text_printf(marked, " %s %s%u_end ", inside, marker_stem, i);
		if (one->piece)
			text_printf(marked, "\n#line %u\n", source_place(source, start).line);
		else
			at = one->end;
	}
	text_add(marked, source->text + at, source->size - at);
}

/* Where the next marker stands in text; *word is the marker. Null: there is none. */
static const char *next_marker(const char *text, struct lexeme *word)
{
	const char *at = strstr(text, marker_stem);
	if (at)
		*word = scan(at, at + strlen(at));
	return at;
}

static bool is_line_marker(const char *line)
{
	return line[0] == '#' && line[1] == ' ' && isdigit((unsigned char)line[2]);
}

static bool is_pragma(const char *line)
{
	return strncmp(line, "#pragma", 7) == 0;
}

/* Adds words of an expansion.  A function-like macro's name that is still there before a parenthesis is one that C does not
   expand again; parentheses keep it so. */
static void add_words(struct text *result, const struct macros *macros, const char *start, const char *end)
{
	const char *copied = start;

	for (struct lexeme word = scan(start, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (word.kind != LEX_WORD || !macro_is_function_like(macros, word.start, word.length))
			continue;
		if (!lexeme_is(scan(word.start + word.length, end), "("))
			continue;
		text_add(result, copied, (size_t)(word.start - copied));
		text_printf(result, "(%.*s)", (int)word.length, word.start);
		copied = word.start + word.length;
	}
	text_add(result, copied, (size_t)(end - copied));
}

/* Adds what the preprocessor printed in [start, end): line markers go, and only #pragma lines stay lines of their own. */
static void add_result(struct text *result, const struct macros *macros, const char *start, const char *end)
{
	bool first = true;

	for (const char *line = start; line < end; first = false) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		const char *next = newline ? newline + 1 : end, *stop = newline ? newline : end;
		const char *words = line;
		scan_trim(&words, &stop);
		if (first || !is_line_marker(line)) {
			bool pragma = !first && is_pragma(line);
			char last = result->length ? result->data[result->length - 1] : '\n';
			if (words < stop && last != '\n')
				text_adds(result, pragma ? "\n" : " ");
			if (pragma) {
				text_add(result, words, (size_t)(stop - words));
				text_adds(result, "\n");
			} else {
				add_words(result, macros, words, stop);
			}
		}
		line = next;
	}
}

/* Reads the expansion of piece i at *at in the output, and moves on. False: its markers are not there just once. */
static bool read_result(struct source *source, const struct macros *macros, struct expansion *piece, unsigned i,
                        const char **at)
{
	struct lexeme begin, end;
	char name[2][64];

	snprintf(name[0], sizeof *name, "%s%u_begin", marker_stem, i);
	snprintf(name[1], sizeof *name, "%s%u_end", marker_stem, i);
	const char *first = next_marker(*at, &begin);
	const char *second = first ? next_marker(first + begin.length, &end) : NULL;
	if (!second || !lexeme_is(begin, name[0]) || !lexeme_is(end, name[1]))
		return false;

	struct text result = {0};
	text_adds(&result, "");
	add_result(&result, macros, first + begin.length, second);
	piece->result = arena_strdup(source->arena, result.data);
	piece->has_omp_pragma = strncmp(result.data, "#pragma omp", 11) == 0 || strstr(result.data, "\n#pragma omp");
	text_release(&result);
	*at = second + end.length;
	return true;
}

/* The offset after the parenthesis that closes the one which is the next token of the program at `offset`; 0 when another
   token is next. */
static unsigned arguments_end(const struct source *source, unsigned offset)
{
	unsigned depth = 0;

	for (unsigned i = source_program_token(source, source_token_at(source, offset)); i < source->token_count;
	     i = source_program_token(source, i + 1)) {
		if (source_token_is(source, i, "("))
			depth++;
		else if (source_token_is(source, i, ")"))
			depth--;
		if (depth == 0)
			return source_token_is(source, i, ")") ? source->tokens[i].end : 0;
	}
	return 0;
}

/* Whether a text ends in the name of a macro.  Of which kind it is does not count: libclang and the back end may have
   different headers. */
static bool ends_in_macro(const struct macros *macros, const char *text)
{
	const char *end = text + strlen(text);
	struct lexeme last = {LEX_END, text, 0};

	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		last = word;
	return last.kind == LEX_WORD && macro_exists(macros, last.start, last.length);
}

/* Makes pieces grow; returns whether one did. */
static bool grow_pieces(const struct source *source, const struct macros *macros, struct expansion *pieces, unsigned *count)
{
	unsigned kept = 0;
	bool grown = false;

	for (unsigned i = 0; i < *count; i++) {
		if (kept > 0 && !pieces[i].piece && pieces[i].start < pieces[kept - 1].end)
			continue;
		pieces[kept] = pieces[i];
		unsigned end = 0;
		if (!pieces[kept].piece && ends_in_macro(macros, pieces[kept].result))
			end = arguments_end(source, pieces[kept].end);
		if (end) {
			pieces[kept].end = end;
			grown = true;
		}
		kept++;
	}
	*count = kept;
	return grown;
}

static bool expand_once(struct source *source, const struct macros *macros, struct expansion *pieces, unsigned count,
                        struct text *output)
{
	struct text marked = {0};
	struct lexeme word;

	mark_pieces(source, pieces, count, "", &marked);
	bool good = preprocess(source, marked.data, marked.length, output);
	text_release(&marked);
	if (!good)
		return false;
	const char *at = output->data;
	for (unsigned i = 0; i < count; i++) {
		bool last = i + 1 == count;
		if (!read_result(source, macros, &pieces[i], i, &at) || (last && next_marker(at, &word))) {
			error_at(source, pieces[i].start, "ppcc must expand this macro in place and cannot, because what it expands to "
			                                  "depends on the text around it");
			return false;
		}
	}
	return true;
}

bool expand_pieces(struct source *source, const struct macros *macros, struct expansion *pieces, unsigned *count,
                   struct text *output)
{
	do {
		text_release(output);
		if (!expand_once(source, macros, pieces, *count, output))
			return false;
	} while (grow_pieces(source, macros, pieces, count));
	return true;
}

/* The value of the integer that is the first or the last token of [start, end). */
static unsigned counter_value(const char *start, const char *end, bool last)
{
	struct lexeme value = scan(start, end);

	for (struct lexeme next = value; last && next.kind != LEX_END; next = scan(next.start + next.length, end))
		value = next;
	return (unsigned)strtoul(value.start, NULL, 10);
}

bool count_counters(struct source *source, struct expansion *pieces, unsigned count)
{
	struct text marked = {0}, output = {0};

	mark_pieces(source, pieces, count, "__COUNTER__", &marked);
	bool good = preprocess(source, marked.data, marked.length, &output);
	const char *at = output.data;
	for (unsigned i = 0; good && i < count; i++) {
		struct lexeme begin, end;
		const char *first = next_marker(at, &begin), *second = first ? next_marker(first + begin.length, &end) : NULL;
		if (!second)
			ppcc_bug("the markers of piece %u are lost", i);
		first += begin.length;
		pieces[i].counters = counter_value(first, second, true) - counter_value(first, second, false) - 1;
		at = second + end.length;
	}
	text_release(&marked);
	text_release(&output);
	return good;
}

/* A text that is written, and where in the user's file its last line is. */
struct layout {
	struct source *source;
	struct text text;
	unsigned line; /* the presumed line of what comes next */
};

static bool at_line_start(const struct layout *layout)
{
	size_t at = layout->text.length;
	while (at > 0 && (layout->text.data[at - 1] == ' ' || layout->text.data[at - 1] == '\t'))
		at--;
	return at == 0 || layout->text.data[at - 1] == '\n';
}

static void new_line(struct layout *layout)
{
	if (!at_line_start(layout)) {
		text_adds(&layout->text, "\n");
		layout->line++;
	}
}

/* Sees to it that what comes next is on `line`. */
static void go_to_line(struct layout *layout, unsigned line)
{
	if (layout->line == line)
		return;
	new_line(layout);
	if (layout->line != line)
		text_printf(&layout->text, "#line %u\n", line);
	layout->line = line;
}

static bool is_word_byte(char byte)
{
	return isalnum((unsigned char)byte) || byte == '_' || byte == '$' || (unsigned char)byte >= 0x80;
}

/* Whether two bytes that come together could become one token. */
static bool may_join(char left, char right)
{
	if (isspace((unsigned char)left) || isspace((unsigned char)right) || !left || !right || strchr(";,(){}[]", left) ||
	    strchr(";,(){}[]", right))
		return false;
	return is_word_byte(left) == is_word_byte(right) || left == '.' || right == '.' || strchr("\"'", right);
}

static void add_code(struct layout *layout, const char *code, size_t length)
{
	size_t end = layout->text.length;
	if (length && end && may_join(layout->text.data[end - 1], code[0]))
		text_adds(&layout->text, " ");
	text_add(&layout->text, code, length);
}

/* Adds the blanks that the line of the source's offset starts with, at the start of a line. */
static void add_indentation(struct layout *layout, unsigned offset)
{
	const char *text = layout->source->text;
	size_t length = layout->text.length;

	if (length == 0 || layout->text.data[length - 1] != '\n')
		return;
	while (offset > 0 && text[offset - 1] != '\n')
		offset--;
	text_add(&layout->text, text + offset, strspn(text + offset, " \t"));
}

/* Whether nothing but blanks is left on the line at `at`. */
static bool ends_line(const char *at)
{
	at += strspn(at, " \t\r");
	return *at == '\n' || *at == '\0';
}

/* Uses __COUNTER__ up without a trace in the program. */
static void put_counters(struct layout *layout, unsigned count)
{
	if (count == 0)
		return;
	new_line(layout);
	text_adds(&layout->text, "#if __COUNTER__");
	for (unsigned i = 1; i < count; i++)
		text_adds(&layout->text, " + __COUNTER__");
	text_adds(&layout->text, "\n#endif\n");
	layout->line += 2;
}

/* Returns where the source's text goes on. */
static unsigned put_expansion(struct layout *layout, const struct expansion *one)
{
	unsigned first = source_place(layout->source, one->start).line, last = source_place(layout->source, one->end).line;
	const char *rest = layout->source->text + one->end;
	bool after_pragma = false, moved = one->counters > 0;

	layout->line = first;
	put_counters(layout, one->counters);
	for (const char *part = one->result; *part;) {
		size_t length = strcspn(part, "\n");
		bool pragma = is_pragma(part);
		if (pragma || after_pragma || moved) {
			moved = false;
			new_line(layout);
			go_to_line(layout, first);
			add_indentation(layout, one->start);
		}
		if (pragma)
			text_add(&layout->text, part, length);
		else
			add_code(layout, part, length);
		after_pragma = pragma;
		part += length + (part[length] == '\n');
	}
	bool rest_is_blank = ends_line(rest);
	if (after_pragma && !rest_is_blank)
		new_line(layout);
	if (layout->line > last && rest_is_blank) /* the line break of the source follows */
		text_printf(&layout->text, "\n#line %u", last + 1);
	else if (layout->line > last)
		go_to_line(layout, last);
	for (; layout->line < last; layout->line++)
		text_adds(&layout->text, "\n");
	if (layout->text.length && layout->text.data[layout->text.length - 1] == '\n' && !rest_is_blank) {
		add_indentation(layout, one->start);
		rest += strspn(rest, " \t");
	} else if (layout->text.length && may_join(layout->text.data[layout->text.length - 1], *rest)) {
		text_adds(&layout->text, " ");
	}
	return (unsigned)(rest - layout->source->text);
}

void put_expansions(struct source *source, const struct expansion *pieces, unsigned count)
{
	struct layout layout = {.source = source};
	unsigned at = 0;

	for (unsigned i = 0; i < count; i++) {
		text_add(&layout.text, source->text + at, pieces[i].start - at);
		at = put_expansion(&layout, &pieces[i]);
	}
	text_add(&layout.text, source->text + at, source->size - at);
	source_set_text(source, layout.text.data, layout.text.length);
	text_release(&layout.text);
}

/* The tokens of what the preprocessor printed. */
struct stream {
	const char *start, *at, *end;
	int piece; /* the last one whose marker was passed; -1 before the first */
};

static struct lexeme next_lexeme(struct stream *stream)
{
	for (;;) {
		struct lexeme lexeme = scan(stream->at, stream->end);
		stream->at = lexeme.start + lexeme.length;
		bool line_start = lexeme.start == stream->start || lexeme.start[-1] == '\n';
		if (lexeme.kind != LEX_END && line_start && is_line_marker(lexeme.start)) {
			const char *newline = memchr(lexeme.start, '\n', (size_t)(stream->end - lexeme.start));
			stream->at = newline ? newline + 1 : stream->end;
		} else if (lexeme.kind == LEX_WORD && strncmp(lexeme.start, marker_stem, strlen(marker_stem)) == 0) {
			stream->piece = atoi(lexeme.start + strlen(marker_stem));
		} else {
			return lexeme;
		}
	}
}

/* The token without what compilers write differently: a header of the working directory is "x.h" or "./x.h". */
static struct lexeme plain_lexeme(struct lexeme lexeme)
{
	size_t skip = 0;
	if (lexeme.kind == LEX_STRING && lexeme.length > 3 && memcmp(lexeme.start, "\"./", 3) == 0)
		skip = 3;
	else if (lexeme.kind == LEX_STRING && *lexeme.start == '"')
		skip = 1;
	return (struct lexeme){lexeme.kind, lexeme.start + skip, lexeme.length - skip};
}

static bool same_lexeme(struct lexeme a, struct lexeme b)
{
	a = plain_lexeme(a);
	b = plain_lexeme(b);
	return a.kind == b.kind && a.length == b.length && memcmp(a.start, b.start, a.length) == 0;
}

/* Whether `after` goes on with `word )`, for the ( that add_words put before a name: then it is past that. */
static bool is_parenthesised(struct stream *after, struct lexeme word)
{
	struct stream ahead = *after;
	struct lexeme name = next_lexeme(&ahead), close = next_lexeme(&ahead);

	if (word.kind != LEX_WORD || !same_lexeme(name, word) || !lexeme_is(close, ")"))
		return false;
	*after = ahead;
	return true;
}

const char *find_difference(struct arena *arena, const struct text *before, const struct text *after, int *piece)
{
	struct stream old = {before->data, before->data, before->data + before->length, -1};
	struct stream new = {after->data, after->data, after->data + after->length, -1};

	for (;;) {
		struct lexeme a = next_lexeme(&old), b = next_lexeme(&new);
		*piece = old.piece;
		if (a.kind == LEX_END && b.kind == LEX_END)
			return NULL;
		if (same_lexeme(a, b) || (lexeme_is(b, "(") && is_parenthesised(&new, a)))
			continue;
		return arena_strndup(arena, b.start, b.length);
	}
}
