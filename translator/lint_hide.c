#include "lint_hide.h"

#include "scan.h"

#include <string.h>

/* Blanks, but the line ends of a continued pragma stay. */
static void blank(char *text, unsigned start, unsigned end)
{
	for (unsigned i = start; i < end; i++)
		if (text[i] != '\n' && !(text[i] == '\\' && text[i + 1] == '\n'))
			text[i] = ' ';
}

/* Clauses of OpenMP 6.0. */
static bool is_new(const struct clause *clause)
{
	return clause->kind == C_THREADSET || clause->kind == C_TRANSPARENT || clause->kind == C_REPLAYABLE || (clause->kind == C_DEFAULT && clause->modifiers);
}

/* lastprivate(conditional : list) where libclang does not expect it. */
static bool is_conditional(const struct pragma *pragma, const struct clause *clause)
{
	bool taskloop = false;
	for (int i = 0; i < pragma->directive.leaf_count; i++)
		taskloop |= pragma->directive.leaves[i] == D_TASKLOOP;
	return taskloop && clause->kind == C_LASTPRIVATE && clause->modifiers;
}

/* The part of a clause's argument, text(open, close), that libclang does not know: modifiers before ':', the second and further
   numbers of num_threads, the condition of nowait and others with its parentheses. */
static void hide_part(char *text, const struct pragma *pragma, const struct clause *clause, const char *open, const char *close)
{
	const char *colon = scan_find(open + 1, close, ":"), *comma = scan_find(open + 1, close, ",");
	bool threads = clause->kind == C_NUM_THREADS, strict = threads && clause->modifiers && !strcmp(clause->modifiers, "strict");
	bool saved = clause->kind == C_FIRSTPRIVATE && clause->modifiers;
	bool modified = clause->one_leaf || strict || saved || is_conditional(pragma, clause) || (clause->kind == C_NUM_TEAMS && clause->modifiers);
	if (clause_rows[clause->kind].shape == SHAPE_OPTIONAL_EXPRESSION || clause_rows[clause->kind].shape == SHAPE_SWITCH) {
		blank(text, (unsigned)(open - text), (unsigned)(close + 1 - text));
		return;
	}
	if (modified && colon)
		blank(text, (unsigned)(open + 1 - text), (unsigned)(colon + 1 - text));
	if (threads && comma)
		blank(text, (unsigned)(comma - text), (unsigned)(close - text));
}

/* whole: also the clause itself. */
static void hide_clause(char *text, const struct pragma *pragma, const struct clause *clause, bool whole)
{
	const char *name = clause_rows[clause->kind].spelling, *start = text + clause->offset, *end = text + pragma->end;
	size_t length = strlen(name);
	if (clause->offset < pragma->start || clause->offset + length > pragma->end || strncmp(start, name, length))
		return; /* a macro spells it */
	struct lexeme open = scan(start + length, end);
	const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
	if (!whole && !is_new(clause)) {
		if (close)
			hide_part(text, pragma, clause, open.start, close);
		return;
	}
	blank(text, clause->offset, close ? (unsigned)(close + 1 - text) : clause->offset + (unsigned)length);
}

/* A directive that 6.0 spells with `_` gets the spelling of 5.2. */
static void spell_with_blanks(char *text, const struct pragma *pragma)
{
	const char *spelling = pragma->directive.spelling;
	for (unsigned at = pragma->words_offset; !pragma->expanded && spelling && *spelling && at < pragma->end; at++) {
		if (text[at] == '_' && *spelling == ' ')
			text[at] = ' ';
		else if (text[at] != *spelling)
			continue; /* blanks, and the end of a line that goes on */
		spelling++;
	}
}

/* A depobj construct that has its object in the clause. */
static bool is_new_depobj(const struct pragma *pragma)
{
	const char *end = pragma->words + strlen(pragma->words);
	struct lexeme name = scan(pragma->words, end);
	return pragma->directive.leaves[0] == D_DEPOBJ && !lexeme_is(scan(name.start + name.length, end), "(");
}

/* Assumptions: libclang knows some of them; lint_utility.c checks them all. */
static bool is_assumption(const struct pragma *pragma)
{
	enum directive kind = pragma->directive.leaves[0];
	return kind == D_ASSUME || kind == D_ASSUMES || kind == D_BEGIN_ASSUMES || kind == D_END_ASSUMES;
}

const char *lint_hide(const struct survey *survey)
{
	struct source *source = survey->source;
	char *text = arena_strndup(source->arena, source->text, source->size);
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		spell_with_blanks(text, pragma);
		if (is_new_depobj(pragma) || is_assumption(pragma) || pragma->directive.leaves[0] == D_TASKGRAPH)
			blank(text, pragma->start, pragma->end);
		for (const struct clause *clause = pragma->clauses; clause; clause = clause->next)
			hide_clause(text, pragma, clause, false);
		for (const struct clause *clause = pragma->off; clause; clause = clause->next)
			hide_clause(text, pragma, clause, true);
	}
	return text;
}
