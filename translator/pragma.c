#include "pragma.h"

#include "diagnostic.h"
#include "normalise.h"
#include "scan.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether token i begins a live `#pragma omp`; *words: index of the token after "omp". */
static bool starts_pragma(const struct source *source, unsigned i, unsigned *words)
{
	if (!source->tokens[i].directive || source->tokens[i].skipped)
		return false;
	if (!source_token_is(source, i, "#") && !source_token_is(source, i, "%:") && !source_token_is(source, i, "?" "?="))
		return false;
	if (i > 0 && source->tokens[i - 1].directive && source->tokens[i - 1].kind != CXToken_Comment) {
		/* the '#' of another directive's line is its first token only after a newline */
		const char *between = source->text + source->tokens[i - 1].end;
		if (!memchr(between, '\n', source->tokens[i].start - source->tokens[i - 1].end))
			return false;
	}
	unsigned j = i + 1;
	while (j < source->token_count && source->tokens[j].kind == CXToken_Comment)
		j++;
	if (!source_token_is(source, j, "pragma"))
		return false;
	do
		j++;
	while (j < source->token_count && source->tokens[j].kind == CXToken_Comment);
	*words = j + 1;
	return source_token_is(source, j, "omp");
}

bool pragma_any(const struct source *source)
{
	unsigned words;
	for (unsigned i = 0; i < source->token_count; i++)
		if (starts_pragma(source, i, &words))
			return true;
	return false;
}

/* The end of the logical line that token i is on: past its last token. */
static unsigned line_end(const struct source *source, unsigned i)
{
	unsigned end = source->tokens[i].end;
	for (unsigned j = i + 1; j < source->token_count && source->tokens[j].directive; j++) {
		const char *gap = source->text + source->tokens[j - 1].end;
		size_t length = source->tokens[j].start - source->tokens[j - 1].end;
		for (const char *newline = gap; (newline = memchr(newline, '\n', length - (size_t)(newline - gap))); newline++) {
			const char *before = newline;
			while (before > gap && (before[-1] == '\r' || before[-1] == ' ' || before[-1] == '\t'))
				before--;
			if (before == gap || before[-1] != '\\')
				return end;
		}
		end = source->tokens[j].end;
	}
	return end;
}

/* text[from, end) with comments and line continuations replaced by as many blanks. */
static char *blanked(struct source *source, unsigned from, unsigned end)
{
	char *words = arena_strndup(source->arena, source->text + from, end - from);
	for (unsigned i = source_token_at(source, from); i < source->token_count && source->tokens[i].start < end; i++) {
		const struct token *token = &source->tokens[i];
		if (token->kind == CXToken_Comment)
			memset(words + (token->start - from), ' ', (token->end < end ? token->end : end) - token->start);
	}
	for (char *c = words; *c; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t' || (*c == '\\' && strspn(c + 1, " \t\r\n") > 0 && memchr(c + 1, '\n', strspn(c + 1, " \t\r\n"))))
			*c = ' ';
	for (char *digraph = strstr(words, "<:"); digraph; digraph = strstr(digraph, "<:"))
		memcpy(digraph, "[ ", 2);
	for (char *digraph = strstr(words, ":>"); digraph; digraph = strstr(digraph, ":>"))
		memcpy(digraph, "] ", 2);
	return words;
}

unsigned pragma_offset(const struct source *source, const struct pragma *pragma, const char *place)
{
	(void)source;
	if (!pragma->expanded)
		return pragma->words_offset + (unsigned)(place - pragma->words);
	/* The text was expanded: look for the word where it is written. */
	struct lexeme word = scan(place, pragma->words + strlen(pragma->words));
	const char *text = source->text + pragma->start, *end = source->text + pragma->end;
	for (struct lexeme l = scan(text, end); l.kind != LEX_END; l = scan(l.start + l.length, end))
		if (word.length > 0 && l.length == word.length && !memcmp(l.start, word.start, l.length))
			return (unsigned)(l.start - source->text);
	return pragma->start;
}

static bool unknown_directive(struct source *source, struct pragma *pragma)
{
	struct lexeme word = scan(pragma->words, pragma->words + strlen(pragma->words));
	unsigned offset = pragma_offset(source, pragma, word.start);
	if (word.kind != LEX_WORD) {
		error_at(source, word.kind == LEX_END ? pragma->start : offset, "expected the name of a directive after '#pragma omp'");
		return false;
	}
	struct compound_row ended;
	size_t ended_length;
	struct lexeme second = scan(word.start + word.length, pragma->words + strlen(pragma->words));
	if (lexeme_is(word, "end") && second.kind == LEX_WORD && openmp_find_directive(second.start, &ended, &ended_length)) {
		error_at(source, offset, "there is no such 'end' directive in C: a construct ends with the statement or block after it");
		return false;
	}
	const char *nearest = openmp_nearest_directive(word.start, word.length);
	if (nearest)
		error_at(source, offset, "unknown directive '%.*s'; did you mean '%s'?", (int)word.length, word.start, nearest);
	else
		error_at(source, offset, "unknown directive '%.*s'", (int)word.length, word.start);
	return false;
}

static bool parse(struct source *source, struct pragma *pragma)
{
	size_t length;
	const char *words = pragma->words + strspn(pragma->words, " ");
	if (!openmp_find_directive(words, &pragma->directive, &length))
		return unknown_directive(source, pragma);

	const char *at = words + length, *end = pragma->words + strlen(pragma->words);
	const struct directive_row *row = &directive_rows[pragma->directive.leaves[0]];
	if (!row->clauses)
		return true; /* refused by name when it is lowered */
	if (row->argument != ARG_NO_ARGUMENT) {
		struct lexeme open = scan(at, end);
		if (lexeme_is(open, "(")) {
			const char *close = scan_closing(open.start, end);
			if (!close) {
				error_at(source, pragma_offset(source, pragma, open.start), "missing ')' after '%s ('", row->spelling);
				return false;
			}
			const char *first = open.start + 1, *last = close;
			scan_trim(&first, &last);
			pragma->argument = arena_strndup(source->arena, first, (size_t)(last - first));
			at = close + 1;
		} else if (row->argument == ARG_ARGUMENT) {
			error_at(source, pragma_offset(source, pragma, words), "expected '(' after '%s'", row->spelling);
			return false;
		}
	}
	if (!clause_parse_all(source, pragma, at))
		return false;
	if (pragma->directive.leaves[0] == D_ORDERED && (clause_find(pragma->clauses, C_DEPEND) || clause_find(pragma->clauses, C_DOACROSS)))
		pragma->directive.leaves[0] = D_ORDERED_ALONE;
	return true;
}

/* Expands the macros in all pragmas together: one run of the preprocessor, and none when no macro is named. */
static bool expand(struct source *source, struct pragma_table *table)
{
	unsigned *offsets = arena_alloc(source->arena, (table->count + 1) * sizeof *offsets);
	const char **pieces = arena_alloc(source->arena, (table->count + 1) * sizeof *pieces);
	const char **expanded = arena_alloc(source->arena, (table->count + 1) * sizeof *expanded);
	for (unsigned i = 0; i < table->count; i++) {
		offsets[i] = table->items[i].start;
		pieces[i] = table->items[i].words;
	}
	if (!normalise_expand(source, offsets, pieces, table->count, expanded))
		return false;
	for (unsigned i = 0; i < table->count; i++) {
		if (!expanded[i])
			continue;
		table->items[i].words = expanded[i];
		table->items[i].expanded = true;
	}
	return true;
}

static const struct moved *read_moved(const struct source *source, const struct pragma *pragma)
{
	const char *text = source->text + pragma->start, *begin = memmem(text, pragma->end - pragma->start, MOVED_BEGIN, sizeof MOVED_BEGIN - 1);
	const char *end = begin ? strstr(begin, "*/") : NULL;
	char *says;
	if (!end)
		return NULL;
	struct moved *moved = ARENA_NEW(source->arena, struct moved);
	moved->number = (int)strtol(begin + sizeof MOVED_BEGIN - 1, &says, 10);
	moved->says = arena_strndup(source->arena, says + 1, (size_t)(end - says - 1));
	return moved;
}

bool pragma_find(struct source *source, struct pragma_table *table)
{
	unsigned words, count = 0;
	for (unsigned i = 0; i < source->token_count; i++)
		count += starts_pragma(source, i, &words);
	table->items = arena_alloc(source->arena, (count + 1) * sizeof *table->items);
	table->count = 0;
	for (unsigned i = 0; i < source->token_count; i++) {
		if (!starts_pragma(source, i, &words))
			continue;
		struct pragma *pragma = &table->items[table->count];
		pragma->index = (int)table->count++;
		pragma->start = source->tokens[i].start;
		pragma->end = line_end(source, i);
		pragma->words_offset = source->tokens[words - 1].end;
		pragma->words = pragma->written = blanked(source, pragma->words_offset, pragma->end);
		unsigned next = source_program_token(source, source_token_at(source, pragma->end));
		pragma->next = next < source->token_count ? source->tokens[next].start : source->size;
		pragma->moved = read_moved(source, pragma);
	}
	if (!expand(source, table))
		return false;
	bool good = true;
	for (unsigned i = 0; i < table->count; i++)
		good &= parse(source, &table->items[i]);
	return good;
}

const char *pragma_line(struct source *source, const struct pragma *pragma, bool written)
{
	const char *words = written ? pragma->written : pragma->words;
	char *line = arena_printf(source->arena, "#pragma omp %s", words + strspn(words, " ")), *out = line;
	for (const char *in = line; *in; in++)
		if (!(*in == ' ' && (in[1] == ' ' || in[1] == '\0')))
			*out++ = *in;
	*out = '\0';
	return line;
}

void pragma_dump(struct source *source, const struct pragma_table *table, struct text *out)
{
	for (unsigned i = 0; i < table->count; i++) {
		const struct pragma *pragma = &table->items[i];
		struct place place = source_place(source, pragma->start);
		text_printf(out, "%s:%u: %s", place.file, place.line, pragma->directive.spelling);
		if (pragma->argument)
			text_printf(out, " (%s)", pragma->argument);
		for (const struct clause *clause = pragma->clauses; clause; clause = clause->next)
			text_printf(out, " %s%s%s%s", clause_rows[clause->kind].spelling, clause->argument ? "(" : "",
			       clause->argument ? clause->argument : "", clause->argument ? ")" : "");
		text_adds(out, "\n");
	}
}
