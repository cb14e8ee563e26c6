#include "diagnostic.h"
#include "diagnostic_style.h"
#include "driver.h"

#include <string.h>
#include <unistd.h>

bool view_wanted(const struct options *options)
{
	return options->own[OWN_VIEW] || options->own[OWN_EXPLAIN_REGIONS] || options->own[OWN_FORMAT];
}

static enum view_form explained_form(const struct options *options)
{
	const char *form = options->own[OWN_FORMAT];
	if (form && strcmp(form, "json") != 0 && strcmp(form, "text") != 0)
		die("--pp-format has no '%s'; it has text, json and sarif", form);
	if (form && strcmp(form, "json") == 0)
		return VIEW_JSON;
	bool to_file = options->output && strcmp(options->output, "-") != 0;
	return !to_file && diagnostic_wants_colour(options->colour, STDOUT_FILENO) ? VIEW_COLOURED_TEXT : VIEW_TEXT;
}

static bool is_sarif(const struct options *options)
{
	return options->own[OWN_FORMAT] && strcmp(options->own[OWN_FORMAT], "sarif") == 0;
}

/* Command lines of which one part would be lost. */
static void check_options(const struct driver *driver)
{
	const struct options *options = &driver->options;
	if (is_sarif(options) && (options->own[OWN_EXPLAIN_REGIONS] || options->own[OWN_VIEW]))
		die("--pp-format=sarif prints messages and nothing else: leave out --pp-explain-regions and --pp-view");
	if (options->own[OWN_FORMAT] && !options->own[OWN_EXPLAIN_REGIONS] && !is_sarif(options))
		die("--pp-format=%s needs --pp-explain-regions; only sarif stands alone", options->own[OWN_FORMAT]);
	if (options->own[OWN_EMIT] || driver->dump != DUMP_NONE)
		die("--pp-view and --pp-explain-regions print no program: leave out --pp-emit and --pp-dump");
	if (driver_is_input(options, options->own[OWN_VIEW]))
		die("'%s' is an input and the output", options->own[OWN_VIEW]);
}

static bool write_view(struct driver *driver, const struct translate_request *requests, unsigned count, enum view_form form, const char *path)
{
	struct text text = {0};
	bool good = driver_translator(driver)->view(requests, count, form, &text) && driver_write(path, &text) == 0;
	text_release(&text);
	return good;
}

/* The log is written also when there are errors in it. */
static bool write_sarif(struct driver *driver, const struct translate_request *requests, unsigned count)
{
	struct text text = {0};
	bool good = driver_translator(driver)->sarif(requests, count, &text);
	good = driver_write(driver->options.output, &text) == 0 && good;
	text_release(&text);
	return good;
}

int view_units(struct driver *driver, struct unit *units)
{
	const struct options *options = &driver->options;
	unsigned count = 0;
	bool good = true;

	check_options(driver);
	enum view_form form = is_sarif(options) ? VIEW_TEXT : explained_form(options);
	if (!units->input)
		die("no C file to translate");
	driver_choose_target(driver);
	struct translate_request *requests = arena_alloc(driver->arena, options->inputs * sizeof *requests);
	for (struct unit *unit = units; unit->input; unit++) {
		if (!unit->text)
			die("cannot read '%s': %s", unit->user_name, strerror(unit->reason));
		good = unit_is_text(unit) && good;
		requests[count++] = unit_request(unit, driver);
	}
	if (good && options->own[OWN_VIEW])
		good = write_view(driver, requests, count, VIEW_PAGE, options->own[OWN_VIEW]);
	if (good && options->own[OWN_EXPLAIN_REGIONS])
		good = write_view(driver, requests, count, form, options->output);
	if (good && is_sarif(options))
		good = write_sarif(driver, requests, count);
	for (struct unit *unit = units; unit->input; unit++)
		unit_release(unit);
	return good ? 0 : 1;
}
