#include "diagnostic_table.h"

#include <stdio.h>
#include <string.h>

static const struct diagnostic_row diagnostic_rows[] = {
#define DIAGNOSTIC(number, kind, name, title) {number, DIAGNOSTIC_##kind, name, title},
#include "diagnostics.def"
	{0, DIAGNOSTIC_ERROR, NULL, NULL},
};

/* The messages of the rows: a number begins those of a row, each text after it is one. */
static const struct {
	unsigned number;
	enum diagnostic_kind kind;
	const char *text;
} messages[] = {
#define DIAGNOSTIC(number, kind, name, title) {number, DIAGNOSTIC_##kind, NULL},
#define SAYS(text) {0, DIAGNOSTIC_ERROR, text},
#include "diagnostics.def"
};

enum { ROWS = sizeof diagnostic_rows / sizeof *diagnostic_rows, MESSAGES = sizeof messages / sizeof *messages };

/* What the options say of each row; absent: nothing. */
static enum { SAID_NOTHING, SAID_OFF, SAID_ON } said[ROWS];
static enum { ERROR_NOTHING, ERROR_NO, ERROR_YES } said_error[ROWS];

const struct diagnostic_row *diagnostic_table(void)
{
	return diagnostic_rows;
}

const char *diagnostic_id(const struct diagnostic_row *row, char id[DIAGNOSTIC_ID])
{
	snprintf(id, DIAGNOSTIC_ID, "PP%04u", row->number);
	return id;
}

/* %s in the pattern stands for any text. */
static bool matches(const char *pattern, const char *text)
{
	for (; *pattern && strncmp(pattern, "%s", 2) != 0; pattern++, text++)
		if (*pattern != *text)
			return false;
	if (!*pattern)
		return !*text;
	for (;; text++) {
		if (matches(pattern + 2, text))
			return true;
		if (!*text)
			return false;
	}
}

static bool is_warning(enum diagnostic_kind kind)
{
	return kind == DIAGNOSTIC_WARNING || kind == DIAGNOSTIC_WALL || kind == DIAGNOSTIC_OFF;
}

static const struct diagnostic_row *row_of_number(unsigned number)
{
	const struct diagnostic_row *row = diagnostic_rows;
	while (row->number && row->number != number)
		row++;
	return row;
}

const struct diagnostic_row *diagnostic_row_of(enum diagnostic_kind kind, const char *text)
{
	unsigned number = 0;
	bool of_kind = false;
	for (int i = 0; i < MESSAGES; i++) {
		if (messages[i].number) {
			number = messages[i].number;
			of_kind = messages[i].kind == kind || (is_warning(messages[i].kind) && is_warning(kind));
		} else if (of_kind && matches(messages[i].text, text)) {
			return row_of_number(number);
		}
	}
	for (const struct diagnostic_row *row = diagnostic_rows; row->number; row++)
		if (row->kind == kind)
			return row; /* the first of a kind is for the rest */
	return diagnostic_rows;
}

/* The part of word after one of the prefixes and "ppcc", "" or "-name"; null: it is none.  *value: what it says; *error: it is
   about being an error. */
static const char *option_name(const char *word, bool *value, bool *error)
{
	static const struct {
		const char *prefix;
		bool value, error;
	} forms[] = {
		{"-Wno-error=ppcc", false, true}, {"-Werror=ppcc", true, true}, {"-Wno-ppcc", false, false}, {"-Wppcc", true, false}};
	for (unsigned i = 0; i < sizeof forms / sizeof *forms; i++) {
		size_t length = strlen(forms[i].prefix);
		if (strncmp(word, forms[i].prefix, length) == 0 && (!word[length] || word[length] == '-')) {
			*value = forms[i].value;
			*error = forms[i].error;
			return word + length;
		}
	}
	return NULL;
}

static bool is_named(const struct diagnostic_row *row, const char *name)
{
	return row->name && (!*name || strcmp(row->name, name + 1) == 0);
}

bool diagnostic_is_option(const char *word, bool *known)
{
	bool value, error;
	const char *name = option_name(word, &value, &error);
	*known = false;
	for (const struct diagnostic_row *row = diagnostic_rows; name && row->number; row++)
		*known |= is_named(row, name);
	return name != NULL;
}

void diagnostic_take_option(const char *word)
{
	bool value = false, error = false;
	const char *name = option_name(word, &value, &error);
	for (int i = 0; name && i < ROWS; i++) {
		if (!is_named(&diagnostic_rows[i], name))
			continue;
		if (error)
			said_error[i] = value ? ERROR_YES : ERROR_NO;
		if (!error || (value && *name)) /* -Werror=ppcc-NAME turns the warning on, as with other compilers */
			said[i] = value ? SAID_ON : SAID_OFF;
	}
}

enum diagnostic_state diagnostic_state(const struct diagnostic_row *row, bool wall)
{
	int index = (int)(row - diagnostic_rows);
	bool on = row->kind != DIAGNOSTIC_OFF && (row->kind != DIAGNOSTIC_WALL || wall);
	if (said[index] != SAID_NOTHING)
		on = said[index] == SAID_ON;
	return !on ? STATE_OFF : said_error[index] == ERROR_YES ? STATE_ERROR : STATE_ON;
}
