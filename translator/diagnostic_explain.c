#include "diagnostic_explain.h"

#include "diagnostic_table.h"
#include "diagnostic_pages.h" /* docs/diagnostics.md, embedded */

#include <string.h>
#include <strings.h>

static const char *without_prefix(const char *wanted)
{
	static const char *const prefixes[] = {"-Wno-error=ppcc-", "-Werror=ppcc-", "-Wno-ppcc-", "-Wppcc-", "ppcc-"};
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (strncmp(wanted, prefixes[i], strlen(prefixes[i])) == 0)
			return wanted + strlen(prefixes[i]);
	return wanted;
}

static void add_list(struct text *output)
{
	static const char *const words[] = {"error", "unsupported", "warning", "warning, on with -Wall", "warning, off", "remark"};
	char id[DIAGNOSTIC_ID];
	for (const struct diagnostic_row *row = diagnostic_table(); row->number; row++)
		text_printf(output, "%s  %s%s%s\n        %s\n", diagnostic_id(row, id), words[row->kind], row->name ? ", -Wppcc-" : "",
			    row->name ? row->name : "", row->title);
}

enum { COLUMNS = 79 };

/* The words of a paragraph that begins at *text, filled into lines; *text moves behind it. */
static void add_paragraph(const char **text, struct text *output)
{
	const char *at = *text;
	for (size_t column = 0; *at && !(at[0] == '\n' && (at[1] == '\n' || !at[1]));) {
		at += strspn(at, " ");
		at += *at == '\n';
		size_t length = strcspn(at, " \n");
		bool fits = column + 1 + length <= COLUMNS;
		text_printf(output, "%s%.*s", column == 0 ? "" : fits ? " " : "\n", (int)length, at);
		column = column && fits ? column + 1 + length : length;
		at += length;
	}
	text_adds(output, "\n");
	*text = at + (*at == '\n');
}

/* The section under the heading, for a terminal: code is indented instead of fenced. */
static void add_page(const char *heading, struct text *output)
{
	bool code = false;
	const char *line = heading + strlen("## ");
	while (*line && strncmp(line, "## ", 3) != 0) {
		size_t length = strcspn(line, "\n");
		bool fence = strncmp(line, "```", 3) == 0;
		code ^= fence;
		if (length > 0 && !code && !fence) {
			add_paragraph(&line, output);
			continue;
		}
		if (!fence)
			text_printf(output, "%s%.*s\n", length ? "    " : "", (int)length, line);
		line += length + (line[length] == '\n');
	}
}

bool diagnostic_explain(const char *wanted, struct text *output)
{
	const char *name = without_prefix(wanted), *pages = diagnostic_pages[0].text;
	char id[DIAGNOSTIC_ID], heading[DIAGNOSTIC_ID + 8] = "\n## ";
	if (strcmp(wanted, "list") == 0) {
		add_list(output);
		return true;
	}
	for (const struct diagnostic_row *row = diagnostic_table(); row->number; row++) {
		if (strcasecmp(name, diagnostic_id(row, id)) != 0 && (!row->name || strcmp(name, row->name) != 0))
			continue;
		strcpy(heading + 4, id);
		const char *found = strstr(pages, heading);
		if (found)
			add_page(found + 1, output);
		return found != NULL;
	}
	return false;
}
