#include "driver.h"

#include "diagnostic.h"
#include "diagnostic_explain.h"
#include "diagnostic_style.h"
#include "temporary.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Ends ppcc well only when standard output took everything. */
static int finish_output(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		die("cannot write to standard output: %s", strerror(errno));
	return 0;
}

/* The back end's banner comes first: programs that ask for a version read the first line. */
static int print_banner(struct driver *driver)
{
	struct command command;
	command_init(&command, driver->arena, &driver->backend);
	command_add(&command, "--version");
	int status = command_run(&command, NULL, NULL);
	if (status != 0)
		command_end(&command, status);
	printf("with ppcc %s, which translates OpenMP C\n", PPCC_VERSION);
	return finish_output();
}

static int print_explanation(const char *wanted)
{
	struct text text = {0};
	if (!diagnostic_explain(wanted, &text))
		die("no message has the id or name '%s'; --pp-explain=list prints all", wanted);
	fwrite(text.data, 1, text.length, stdout);
	text_release(&text);
	return finish_output();
}

static int print_support(struct driver *driver)
{
	struct text text = {0};
	installation_find(&driver->installation, driver->arena);
	driver_translator(driver)->support(&text);
	if (text.length)
		fwrite(text.data, 1, text.length, stdout);
	text_release(&text);
	return finish_output();
}

/* Without OpenMP ppcc is its back end. */
_Noreturn static void hand_over(struct driver *driver)
{
	struct command command;
	const struct options *options = &driver->options;

	command_init(&command, driver->arena, &driver->backend);
	if (!options->rewritten) {
		for (int i = 0; i < driver->argc; i++)
			command_add(&command, driver->argv[i]);
		command_exec(&command);
	}
	for (unsigned i = 0; i < options->count; i++) {
		const struct argument *argument = &options->arguments[i];
		if (argument->role == ROLE_OWN)
			continue;
		command_add(&command, argument->words[0]);
		if (argument->words[1])
			command_add(&command, argument->words[1]);
	}
	command_exec(&command);
}

void driver_choose_target(struct driver *driver)
{
	const char *const *targets = driver_translator(driver)->targets(), *wanted = driver->options.own[OWN_TARGET];

	if (driver->target)
		return;
	if (!wanted)
		wanted = getenv("PPCC_TARGET");
	driver->target = targets[0];
	if (!wanted || !*wanted)
		return;
	for (unsigned i = 0; targets[i]; i++) {
		if (strcmp(targets[i], wanted) == 0) {
			driver->target = targets[i];
			driver->back_end_openmp = driver_translator(driver)->keeps_directives(targets[i]);
			return;
		}
	}
	const char *nearest = options_nearest(wanted, targets);
	struct text list = {0};
	for (unsigned i = 0; targets[i]; i++)
		text_printf(&list, "%s%s", i ? ", " : "", targets[i]);
	if (nearest)
		die("there is no target '%s'; did you mean '%s'?", wanted, nearest);
	die("there is no target '%s'; the targets are: %s", wanted, list.data);
}

static void choose_dump(struct driver *driver)
{
	static const char *const names[] = {"pragmas", "regions", "dataenv", "edits", NULL};
	const char *wanted = driver->options.own[OWN_DUMP];

	if (!wanted)
		return;
	for (unsigned i = 0; names[i]; i++)
		if (strcmp(wanted, names[i]) == 0)
			driver->dump = DUMP_PRAGMAS + i;
	if (driver->dump != DUMP_NONE)
		return;
	const char *nearest = options_nearest(wanted, names);
	die("--pp-dump has no '%s'; %s%s%s", wanted,
		nearest ? "did you mean '" : "it has pragmas, regions, dataenv and edits", nearest ? nearest : "",
		nearest ? "'?" : "");
}

/* The flags that say how to read C, for the translator. */
static void collect_cpp(struct driver *driver)
{
	struct command words = {.arena = driver->arena};
	static const char *const none[] = {NULL};
	add_part(&words, driver, PART_LANGUAGE | PART_PREPROCESS);
	driver->cpp = words.count ? words.words : none;
}

/* A copy of what was read from standard input takes its place. */
static void restore_standard_input(const struct unit *units)
{
	for (; units->input; units++) {
		if (strcmp(units->input->value, "-") != 0 || !units->text)
			continue;
		int fd = memfd_create("standard input", MFD_CLOEXEC);
		for (size_t done = 0; fd >= 0 && done < units->size;) {
			ssize_t put = write(fd, units->text + done, units->size - done);
			if (put <= 0)
				die("cannot keep standard input: %s", strerror(errno));
			done += (size_t)put;
		}
		if (fd < 0 || lseek(fd, 0, SEEK_SET) != 0 || dup2(fd, STDIN_FILENO) < 0)
			die("cannot keep standard input: %s", strerror(errno));
		close(fd);
	}
}

_Noreturn static void exec_command_line(struct driver *driver, const struct unit *units)
{
	struct command command;
	if (units)
		restore_standard_input(units);
	command_init(&command, driver->arena, &driver->backend);
	add_command_line(&command, driver, units);
	command_exec(&command);
}

bool driver_is_input(const struct options *options, const char *path)
{
	struct stat output, input;

	if (!path || stat(path, &output) != 0)
		return false;
	for (unsigned i = 0; i < options->count; i++)
		if (options->arguments[i].role == ROLE_INPUT && stat(options->arguments[i].value, &input) == 0 &&
			S_ISREG(input.st_mode) && input.st_ino == output.st_ino && input.st_dev == output.st_dev)
			return true;
	return false;
}

/* Whether the command line is one that the back end handles, or complains about, by itself. */
static bool is_for_back_end(const struct options *options)
{
	bool one_output = options->output && (options->mode == MODE_OBJECT || options->mode == MODE_ASSEMBLY);

	return options->dry_run || options->mode == MODE_PREPROCESS || options->mode == MODE_OTHER ||
		   options->inputs == 0 || (one_output && options->inputs > 1);
}

/* Appends what --pp-emit or --pp-dump asked for. */
static void add_translation(struct driver *driver, const struct unit *unit, struct text *out)
{
	if (unit->translated.length)
		text_add(out, unit->translated.data, unit->translated.length);
	else if (driver->dump == DUMP_NONE)
		text_add(out, unit->text, unit->size); /* there was nothing to translate */
}

int driver_write(const char *path, const struct text *text)
{
	bool to_file = path && strcmp(path, "-") != 0;
	FILE *file = to_file ? fopen(path, "we") : stdout;
	if (!file)
		die("cannot write '%s': %s", path, strerror(errno));
	if (text->length)
		fwrite(text->data, 1, text->length, file);
	if (!to_file)
		return finish_output();
	bool written = !ferror(file);
	if (fclose(file) != 0 || !written) {
		error_plain("cannot write '%s': %s", path, strerror(errno));
		temporary_remove_output(path);
		return 1;
	}
	return 0;
}

static void release_units(struct unit *units)
{
	for (struct unit *unit = units; unit->input; unit++)
		unit_release(unit);
}

/* --pp-emit and --pp-dump: no compilation. */
static int print_units(struct driver *driver, struct unit *units)
{
	struct text text = {0};
	bool failed = false;

	if (!units->input)
		die("no C file to translate");
	driver_choose_target(driver);
	for (struct unit *unit = units; unit->input; unit++) {
		if (!unit->text)
			die("cannot read '%s': %s", unit->user_name, strerror(unit->reason));
		failed = unit_translate(unit, driver) == FAILED || failed;
	}
	if (failed) {
		release_units(units);
		return 1;
	}
	for (struct unit *unit = units; unit->input; unit++)
		add_translation(driver, unit, &text);
	release_units(units);
	int status = driver_write(driver->options.output, &text);
	text_release(&text);
	return status;
}

/* The inputs that hold C, read; the last has no input. */
static struct unit *read_units(struct driver *driver)
{
	struct options *options = &driver->options;
	struct unit *units = arena_alloc(driver->arena, (options->inputs + 1) * sizeof *units);
	unsigned count = 0;

	for (unsigned i = 0; i < options->count; i++) {
		struct argument *argument = &options->arguments[i];
		if (argument->role != ROLE_INPUT)
			continue;
		if (argument->language == LANGUAGE_C || argument->language == LANGUAGE_PREPROCESSED) {
			unit_read(&units[count], driver, argument, count + 1);
			count++;
		} else if ((argument->language == LANGUAGE_OTHER || argument->language == LANGUAGE_FORTRAN) &&
				   strcmp(argument->value, "-") != 0) {
			struct unit other;
			unit_read(&other, driver, argument, 0);
			if (other.text && scan_has_foreign_directive(argument->language, other.text, other.size))
				die("'%s' has OpenMP directives, but ppcc translates only C; compile it with its own compiler",
					argument->value);
		}
	}
	return units;
}

/* What is left for one command of the back end after the translated units. */
static bool is_rest(const struct driver *driver, const struct unit *units)
{
	unsigned done = 0;
	for (; units->input; units++)
		done += units->done;
	return driver->options.mode == MODE_LINK || done < driver->options.inputs;
}

/* Translates one unit and compiles it if there was anything to translate.  The status that ppcc ends with so far: of
   waitpid. */
static int process(struct driver *driver, struct unit *unit, bool *handled)
{
	if (!unit->text || !unit->size)
		return 0;
	bool may_have = unit_may_have_directives(unit, driver),
		 pipe = unit->read_once && strcmp(unit->input->value, "-") != 0;
	if (may_have)
		driver_choose_target(driver);
	enum translate_result result = may_have ? unit_translate(unit, driver) : NOTHING_TO_DO;
	if (result == FAILED)
		return 1 << 8;
	if (result == NOTHING_TO_DO && !pipe)
		return 0;
	if (result == NOTHING_TO_DO) {
		text_release(&unit->translated);
		text_add(&unit->translated, unit->text, unit->size);
	}
	*handled = true;
	return unit_compile(unit, driver);
}

static int compile_units(struct driver *driver, struct unit *units)
{
	struct command command;
	bool handled = false;
	int failure = 0;

	command_init(&command, driver->arena, &driver->backend);
	for (struct unit *unit = units; unit->input; unit++) {
		int status = process(driver, unit, &handled);
		unit_release(unit);
		if (status != 0 && !WIFEXITED(status))
			command_end(&command, status);
		failure = failure ? failure : status;
		unit->done = unit->done || status != 0;
	}
	if (failure && (driver->options.mode == MODE_LINK || !is_rest(driver, units)))
		command_end(&command, failure);
	if (!handled && !failure)
		exec_command_line(driver, units);
	if (is_rest(driver, units)) {
		restore_standard_input(units);
		add_command_line(&command, driver, units);
		int status = command_run(&command, NULL, driver->options.mode == MODE_LINK ? driver->options.output : NULL);
		failure = failure ? failure : status;
	}
	command_end(&command, failure);
}

int driver_run(struct driver *driver)
{
	struct options *options = &driver->options;
	const char *off = getenv("PPCC_OFF");
	bool is_off = off && *off && strcmp(off, "0") != 0;

	if (!options_read(options, driver->arena, driver->argc, driver->argv, is_off ? NULL : getenv("PPCC_FLAGS")))
		return 1;
	diagnostic_set_colour(options->colour);
	diagnostic_set_layout(&options->layout);
	if (options->own[OWN_HELP]) {
		options_help();
		return finish_output();
	}
	if (options->own[OWN_VERSION]) {
		puts("ppcc " PPCC_VERSION);
		return finish_output();
	}
	if (options->own[OWN_WHY])
		return print_explanation(options->own[OWN_WHY]);
	if (options->own[OWN_SUPPORT])
		return print_support(driver);
	driver->backend.show = options->own[OWN_SHOW] != NULL;
	backend_find(&driver->backend, driver->arena);
	if (options->banner && !is_off)
		return print_banner(driver);
	if (!is_off && !options->openmp && !driver_warn_of_openmp(driver))
		return 1;
	if (is_off || !options->openmp)
		hand_over(driver);
	choose_dump(driver);
	installation_find(&driver->installation, driver->arena);
	const char *target = getenv("PPCC_TARGET");
	if (options->own[OWN_TARGET] || (target && *target)) /* the link needs to know it even where nothing is translated */
		driver_choose_target(driver);
	bool prints = options->own[OWN_EMIT] || driver->dump != DUMP_NONE || view_wanted(options);
	if (!prints && is_for_back_end(options))
		exec_command_line(driver, NULL);
	if (driver_is_input(options, options->output)) /* not every back end notices, and a source would be lost */
		die("'%s' is an input and the output", options->output);
	collect_cpp(driver);
	struct unit *units = read_units(driver);
	if (view_wanted(options))
		return view_units(driver, units);
	return prints ? print_units(driver, units) : compile_units(driver, units);
}
