/* driver_off.c - the warning about OpenMP directives in a program that is compiled without -fopenmp. */
#include "diagnostic_style.h"
#include "diagnostic_table.h"
#include "driver.h"

#include <string.h>

static const char *skip_blanks(const char *at)
{
	return at + strspn(at, " \t\v\f");
}

/* Whether the word is at `at`; *at moves behind it and blanks. */
static bool take_word(const char **at, const char *word)
{
	size_t length = strlen(word);
	if (strncmp(*at, word, length) != 0 || (**at != '#' && strcspn((*at) + length, " \t\v\f\r\n(") != 0))
		return false;
	*at = skip_blanks(*at + length);
	return true;
}

/* Whether a line's directive begins or ends a conditional group; of those that ask about _OPENMP *asks is true. */
static int nesting(const char *line, bool *asks)
{
	const char *at = skip_blanks(line), *end = at + strcspn(at, "\n"), *word = strstr(at, "_OPENMP");
	*asks = word && word < end;
	if (!take_word(&at, "#"))
		return 0;
	return strncmp(at, "if", 2) == 0 ? 1 : strncmp(at, "endif", 5) == 0 ? -1 : 0;
}

/* The first directive of the text that does not depend on _OPENMP; null: none.  *line: its number; *more: how many follow. */
static const char *find_directive(const char *text, unsigned *number, unsigned *more)
{
	const char *found = NULL;
	int depth = 0, hidden = 0; /* the depth of groups in which directives are meant to be left out; 0: in none */
	unsigned line = 1;
	bool comment = false, asks;

	*more = 0;
	for (const char *at = text; *at; line++) {
		const char *end = at + strcspn(at, "\n"), *word = skip_blanks(at), *open = NULL;
		int change = comment ? 0 : nesting(at, &asks);
		depth += change;
		if (change > 0 && asks && !hidden)
			hidden = depth;
		if (hidden && depth < hidden)
			hidden = 0;
		if (!comment && !hidden && take_word(&word, "#") && take_word(&word, "pragma") && take_word(&word, "omp")) {
			*more += found != NULL;
			*number = found ? *number : line;
			found = found ? found : skip_blanks(at);
		}
		for (const char *c = at; c < end; c++) { /* comments that go on in the next line */
			bool slash = c[0] == '/' && c[1] == '*', star = c[0] == '*' && c[1] == '/';
			if (!comment && c[0] == '/' && c[1] == '/')
				break;
			if (comment ? star && (!open || c > open + 1) : slash) {
				comment = !comment;
				open = comment ? c : NULL;
				c++;
			}
		}
		at = end + (*end == '\n');
	}
	return found;
}

static void warn(struct driver *driver, const struct unit *unit, const char *directive, unsigned number, unsigned more, const struct diagnostic_row *row,
		 enum diagnostic_style style)
{
	const char *line = directive, *end = directive + strcspn(directive, "\r\n");
	while (line > unit->text && line[-1] != '\n')
		line--;
	unsigned column = (unsigned)(directive - line);
	const char *shown = arena_strndup(driver->arena, line, (size_t)(end - line));
	const char *rest = more ? arena_printf(driver->arena, ", nor %s %u more in this file", more > 1 ? "have the" : "has the", more) : "";
	diagnostic_print_head(style, unit->user_name, number, column + 1, row, arena_printf(driver->arena, "this OpenMP directive has no effect without -fopenmp%s", rest));
	if (diagnostic_layout()->no_caret)
		return;
	diagnostic_print_line(number, shown);
	diagnostic_print_caret(style, shown, column, (unsigned)(end - directive));
}

bool driver_warn_of_openmp(struct driver *driver)
{
	const struct diagnostic_row *row = diagnostic_row_of(DIAGNOSTIC_OFF, "this OpenMP directive has no effect without -fopenmp");
	enum diagnostic_state state = diagnostic_state(row, false);
	bool good = true;
	if (state == STATE_OFF)
		return true;
	for (unsigned i = 0; i < driver->options.count; i++)
		if (driver->options.arguments[i].words[0] && strcmp(driver->options.arguments[i].words[0], "-w") == 0)
			return true;
	for (unsigned i = 0; i < driver->options.count; i++) {
		struct argument *argument = &driver->options.arguments[i];
		struct unit unit;
		unsigned number, more;
		if (argument->role != ROLE_INPUT || argument->language != LANGUAGE_C || strcmp(argument->value, "-") == 0)
			continue;
		unit_read(&unit, driver, argument, 0);
		const char *directive = unit.text && !unit.read_once ? find_directive(unit.text, &number, &more) : NULL;
		if (!directive)
			continue;
		warn(driver, &unit, directive, number, more, row, state == STATE_ERROR ? STYLE_ERROR : STYLE_WARNING);
		good = good && state != STATE_ERROR;
	}
	return good;
}
