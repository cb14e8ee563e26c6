#include "lint_messages.h"

#include "text.h"

#include <string.h>

enum { CAPTURES = 10 };

/* What a %1 ... %9 of a pattern stands for. */
struct capture {
	const char *start;
	size_t length;
};

enum where { HERE, PRAGMA };

struct row {
	enum finding_kind kind;
	enum where where;
	const char *pattern, *condition, *words;
};

static const struct row messages[] = {
#define MESSAGE(kind, place, text, condition, words) {FINDING_##kind, place, text, condition, words},
#include "lint_messages.def"
};

static const struct row notes[] = {
#define NOTE(text, words) {FINDING_NOTHING, HERE, text, 0, words},
#include "lint_messages.def"
};

/* What fill and the conditions look at. */
struct question {
	const struct survey *survey;
	const struct clang_message *message;
	const struct pragma *pragma; /* the one in question; may be null */
};

static bool is_hole(const char *at)
{
	return at[0] == '%' && at[1] >= '1' && at[1] <= '9';
}

static bool match(const char *pattern, const char *text, struct capture *captures)
{
	while (*pattern && !is_hole(pattern)) {
		if (*pattern++ != *text++)
			return false;
	}
	if (!*pattern)
		return !*text;
	struct capture *capture = &captures[pattern[1] - '0'];
	for (size_t length = 0; length <= strlen(text); length++) {
		if (match(pattern + 2, text + length, captures)) {
			*capture = (struct capture){text, length};
			return true;
		}
	}
	return false;
}

static const struct pragma *pragma_in_question(const struct survey *survey, const struct clang_message *message)
{
	const struct pragma *pragma = place_pragma(survey, message->offset);

	if (!pragma && message->note_offset != NO_OFFSET)
		pragma = place_pragma(survey, message->note_offset);
	return pragma ? pragma : place_pragma_before(survey, message->offset);
}

/* Whether the pragma has `wanted` in it, blanks apart. */
static bool pragma_holds(const struct pragma *pragma, const char *wanted)
{
	const char *end = pragma->words + strlen(pragma->words);
	struct text squeezed = {0};

	for (struct lexeme l = scan(pragma->words, end); l.kind != LEX_END; l = scan(l.start + l.length, end))
		text_add(&squeezed, l.start, l.length);
	bool result = squeezed.data && strstr(squeezed.data, wanted);
	text_release(&squeezed);
	return result;
}

/* Whether the text names, in quotes, the clause that holds the place. */
static bool in_named_clause(const struct question *question)
{
	struct clause_place clause;
	if (!place_clause(question->survey, question->message->offset, &clause) || clause.name.kind != LEX_WORD)
		return false;
	const char *end = clause.name.start + clause.name.length, *at = question->message->text;
	while ((at = strchr(at, '\'')))
		if (!strncmp(++at, clause.name.start, clause.name.length) && at[end - clause.name.start] == '\'')
			return true;
	return false;
}

static bool condition_holds(const struct question *question, const char *condition)
{
	const char *token = question->message->token;
	struct lexeme lexeme = scan(token, token + strlen(token));

	if (!condition)
		return true;
	if (strcmp(condition, "at word") == 0)
		return lexeme.kind == LEX_WORD;
	if (strcmp(condition, "off pragma") == 0)
		return !place_pragma(question->survey, question->message->offset);
	if (strcmp(condition, "elsewhere") == 0)
		return !in_named_clause(question);
	if (strcmp(condition, "at loop variable") == 0)
		return question->pragma && pragma_loop_variable(question->survey, question->pragma, lexeme);
	if (strncmp(condition, "is ", 3) == 0)
		return question->pragma && strncmp(question->pragma->directive.spelling, condition + 3, strlen(condition + 3)) == 0;
	if (strncmp(condition, "at ", 3) == 0)
		return strcmp(token, condition + 3) == 0;
	if (strncmp(condition, "note ", 5) == 0)
		return strstr(question->message->note_text, condition + 5) != NULL;
	return question->pragma && pragma_holds(question->pragma, condition);
}

static void add_piece(struct text *text, bool found, const char *start, const char *end, const char *otherwise)
{
	if (found)
		text_add(text, start, (size_t)(end - start));
	else
		text_adds(text, otherwise);
}

static void add_item(struct text *text, const struct question *question, char letter)
{
	const char *start = NULL, *end = NULL;
	bool found = place_item(question->survey, question->message->offset, &start, &end);
	struct lexeme first = found ? scan(start, end) : (struct lexeme){LEX_END, NULL, 0};

	/* what a macro in the pragma spells is not in the pragma's text */
	if (found && !memmem(start, (size_t)(end - start), question->message->token, strlen(question->message->token)))
		found = false;
	if (letter == 'i')
		add_piece(text, found, start, end, question->message->token);
	else if (letter == 'l')
		add_piece(text, found, first.start, first.start + first.length, question->message->token);
	else if (!found || (first.kind == LEX_WORD && first.start + first.length == end))
		text_adds(text, "is not a variable");
	else
		text_adds(text, "is not the name of a variable");
}

/* The variable of the clause at the place whose type is `type`; the first one when none is known to have it. */
static void add_typed_item(struct text *text, const struct question *question, const struct capture *type)
{
	const struct survey *survey = question->survey;
	const struct clause *here = NULL;
	const char *name = question->message->token;
	bool found = false;

	for (const struct clause *clause = question->pragma ? question->pragma->clauses : NULL; clause;
		 clause = clause->next)
		if (clause->offset <= question->message->offset)
			here = clause;
	for (const struct clause_item *item = here ? here->items : NULL; item && !found; item = item->next) {
		struct variable *variable = survey_lookup(survey, item->name, strlen(item->name), question->pragma->start);
		const char *spelling =
			variable ? source_string(survey->source, clang_getTypeSpelling(clang_getCursorType(variable->cursor))) : "";
		found = strlen(spelling) == type->length && memcmp(spelling, type->start, type->length) == 0;
		if (found || item == here->items)
			name = item->name;
	}
	text_adds(text, name);
}

static void add_region(struct text *text, const struct question *question)
{
	const struct pragma *region = place_region(question->survey, question->message->offset);

	if (region)
		text_printf(text, "'%s'", region->directive.spelling);
	else
		text_adds(text, place_pragma(question->survey, question->message->offset) ? "function" : "OpenMP");
}

/* What the hole with this letter stands for. */
static void add_hole(struct text *text, const struct question *question, char letter)
{
	const struct clang_message *message = question->message;
	const char *start = NULL, *end = NULL;
	struct clause_place clause;
	struct lexeme loop;
	bool found;

	switch (letter) {
	case 't':
		text_adds(text, message->token);
		break;
	case 'n':
		text_adds(text, message->note_token);
		break;
	case 'y':
		text_adds(text, message->note_type);
		break;
	case 'd':
		text_adds(text, question->pragma ? question->pragma->directive.spelling : "the directive");
		break;
	case 'c':
		if (place_clause(question->survey, message->offset, &clause))
			text_add(text, clause.name.start, clause.name.length);
		else
			text_adds(text, question->pragma ? question->pragma->directive.spelling : "this clause");
		break;
	case 'o':
		found = place_operator(question->survey, message->offset, &start, &end);
		add_piece(text, found, start, end, message->token);
		break;
	case 'v':
		loop = place_loop_variable(question->survey, message->offset);
		add_piece(text, loop.kind == LEX_WORD, loop.start, loop.start + loop.length, message->token);
		break;
	case 'r':
		add_region(text, question);
		break;
	default:
		add_item(text, question, letter);
		break;
	}
}

static const char *fill(const char *words, const struct question *question, const struct capture *captures)
{
	struct text text = {0};

	for (const char *at = words; *at; at++) {
		if (is_hole(at)) {
			const struct capture *capture = &captures[*++at - '0'];
			if (capture->length)
				text_add(&text, capture->start, capture->length);
		} else if (at[0] == '%' && at[1] == 'u') {
			add_typed_item(&text, question, &captures[1]);
			at++;
		} else if (at[0] == '%' && at[1] && strchr("tnydcovrilj", at[1])) {
			add_hole(&text, question, *++at);
		} else {
			text_add(&text, at, 1);
		}
	}
	const char *result = arena_strdup(question->survey->source->arena, text.data ? text.data : "");
	text_release(&text);
	return result;
}

bool lint_message_words(const struct survey *survey, const struct clang_message *message, struct lint_words *words)
{
	struct question question = {survey, message, pragma_in_question(survey, message)};

	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		struct capture captures[CAPTURES] = {{0}};
		const struct row *row = &messages[i];
		if (!match(row->pattern, message->text, captures) || !condition_holds(&question, row->condition))
			continue;
		words->kind = row->kind;
		words->offset = row->where == PRAGMA && question.pragma ? question.pragma->start : message->offset;
		words->text = row->words ? fill(row->words, &question, captures) : "";
		return true;
	}
	return false;
}

const char *lint_note_words(const struct survey *survey, const char *text)
{
	struct clang_message message = {text, 0, "", "", "", "", NO_OFFSET};
	struct question question = {survey, &message, NULL};

	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		struct capture captures[CAPTURES] = {{0}};
		if (match(notes[i].pattern, text, captures))
			return notes[i].words ? fill(notes[i].words, &question, captures) : NULL;
	}
	return text;
}
