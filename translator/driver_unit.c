#include "diagnostic.h"
#include "driver.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGEST = 1 << 30 }; /* bytes of one source file; offsets are unsigned */

/* Reads to the end of fd.  False: it cannot be read. */
static bool read_all(int fd, struct text *text)
{
	static char buffer[1 << 16];
	ssize_t got;
	text_add(text, "", 0);
	while ((got = read(fd, buffer, sizeof buffer)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || text->length > LARGEST)
			return false;
		text_add(text, buffer, (size_t)got);
	}
	return true;
}

void unit_read(struct unit *unit, struct driver *driver, struct argument *input, unsigned number)
{
	struct text text = {0};
	struct stat status;
	bool standard = strcmp(input->value, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(input->value, O_RDONLY | O_CLOEXEC);

	*unit = (struct unit){.input = input, .number = number};
	unit->user_name = standard ? "<stdin>" : input->value;
	unit->base = name_of_base(driver->arena, input->value);
	if (fd < 0) {
		unit->reason = errno;
		return;
	}
	if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode))
		unit->reason = EISDIR;
	else {
		unit->read_once = standard || !S_ISREG(status.st_mode);
		if (read_all(fd, &text)) {
			unit->text = arena_strndup(driver->arena, text.data, text.length);
			unit->size = text.length;
		} else if (text.length > LARGEST)
			die("'%s' is too large to be translated", unit->user_name);
		else
			unit->reason = errno;
	}
	text_release(&text);
	if (!standard)
		close(fd);
}

void unit_release(struct unit *unit)
{
	text_release(&unit->translated);
}

bool unit_may_have_directives(const struct unit *unit, struct driver *driver)
{
	if (!unit->text || !unit->size)
		return false;
	if (unit->input->language == LANGUAGE_PREPROCESSED)
		return scan_has_word(unit->text, unit->size);
	return scan_with_includes(driver, strcmp(unit->input->value, "-") == 0 ? "" : unit->input->value, unit->text,
							  unit->size);
}

/* Whether the last of an option and its opposite is the option. */
static bool is_on(const struct driver *driver, const char *option, const char *opposite)
{
	bool on = false;
	for (unsigned i = 0; i < driver->options.count; i++) {
		const char *word = driver->options.arguments[i].words[0];
		on = word && (strcmp(word, option) == 0 || (on && !(opposite && strcmp(word, opposite) == 0)));
	}
	return on;
}

struct translate_request unit_request(const struct unit *unit, struct driver *driver)
{
	return (struct translate_request){
		.source =
			{
				.path = unit->input->value,
				.cpp = driver->cpp,
				.cc = driver->backend.words,
				.include_dir = driver->installation.include_dir,
				.preprocessed = unit->input->language == LANGUAGE_PREPROCESSED,
				.no_fallback = driver->options.own[OWN_NO_FALLBACK] != NULL,
				.no_warnings = is_on(driver, "-w", NULL),
				.wall = is_on(driver, "-Wall", "-Wno-all"),
				.no_deprecated = is_on(driver, "-Wno-deprecated-declarations", "-Wdeprecated-declarations"),
			},
		.text = unit->text,
		.size = unit->size,
		.target = driver->target,
		.for_display = driver->options.own[OWN_EMIT] != NULL,
		.dump = driver->dump,
		.show = driver->options.own[OWN_SHOW] != NULL,
		.offload_loops = driver->options.own[OWN_NO_OFFLOAD_LOOPS] == NULL,
	};
}

bool unit_is_text(const struct unit *unit)
{
	if (!memchr(unit->text, '\0', unit->size))
		return true;
	error_plain("'%s' is not text: it has a byte of value 0", unit->user_name);
	return false;
}

enum translate_result unit_translate(struct unit *unit, struct driver *driver)
{
	struct translate_request request = unit_request(unit, driver);
	if (!unit_is_text(unit))
		return FAILED;
	return driver_translator(driver)->translate(&request, &unit->translated);
}

/* "name" as a linemarker has it. */
static const char *quoted(struct arena *arena, const char *name)
{
	char *result = arena_alloc(arena, 2 * strlen(name) + 3), *to = result;
	*to++ = '"';
	for (; *name; name++) {
		if (*name == '"' || *name == '\\')
			*to++ = '\\';
		*to++ = *name;
	}
	*to = '"';
	return result;
}

/* What the runs of one unit share. */
struct stage {
	struct unit *unit;
	struct driver *driver;
	const char *source;       /* temporary: the translated text after a linemarker */
	const char *preprocessed; /* temporary: the .i */
	bool standard;            /* the preprocessor reads its standard input */
};

/* Warnings about options that have no effect in one of the several runs are not the user's concern. */
static void add_quiet(struct command *command, struct driver *driver)
{
	if (backend_family(&driver->backend, driver->arena) != FAMILY_CLANG)
		return;
	command_add(command, "-Qunused-arguments");
	command_add(command, "-Wno-unknown-warning-option"); /* before clang 15 there is no such warning as the next */
	command_add(command, "-Wno-gnu-line-marker");        /* -pedantic: the .i has them */
}

/* The translated text goes through -E from a place where #include "..." finds what it finds from the user's file: the
   current folder when the file is there (through standard input), else an empty folder and -iquote. */
static int preprocess(struct stage *stage)
{
	struct unit *unit = stage->unit;
	struct driver *driver = stage->driver;
	struct arena *arena = driver->arena;
	const char *path = unit->input->value, *slash = strrchr(path, '/');
	bool preprocessed = unit->input->language == LANGUAGE_PREPROCESSED;
	struct command command;

	command_init(&command, arena, &driver->backend);
	if (slash)
		command_add2(&command, "-iquote", slash == path ? "/" : arena_strndup(arena, path, (size_t)(slash - path)));
	add_openmp_defines(&command, driver);
	add_part(&command, driver, preprocessed ? PART_LANGUAGE : PART_LANGUAGE | PART_PREPROCESS | PART_TRANSLATED);
	add_quiet(&command, driver);
	if (preprocessed) { /* what is left of such names in the text is no macro */
		command_add(&command, "-Ulinux");
		command_add(&command, "-Uunix");
		command_add(&command, "-Ui386");
	}
	if (strstr(unit->text, "__BASE_FILE__")) {
		command_add(&command, "-Wno-builtin-macro-redefined");
		command_add(&command, arena_printf(arena, "-D__BASE_FILE__=%s", quoted(arena, unit->user_name)));
	}
	add_openmp(&command, driver);
	command_add(&command, "-E");
	command_add2(&command, "-o", stage->preprocessed);
	command_add2(&command, "-x", "c");
	command_add(&command, stage->standard ? "-" : stage->source);
	return command_run(&command, &(struct streams){.input = stage->standard ? stage->source : NULL}, NULL);
}

/* Whether the back end, which is given -fopenmp-simd, honours the directive whose words these are. */
static bool is_for_back_end(const char *words)
{
	static const char *const kept[] = {"simd", "declare simd", "ordered simd", "scan", "declare reduction"};
	words += strspn(words, " \t");
	for (unsigned i = 0; i < sizeof kept / sizeof *kept; i++)
		if (strncmp(words, kept[i], strlen(kept[i])) == 0)
			return true;
	return false;
}

/* No directive may be dropped in silence: false, with a message, when one is left in preprocessed text. */
static bool all_translated(const char *text)
{
	static const char pragma[] = "#pragma omp ";
	const char *marker = text;
	for (const char *line = text; *line;) {
		size_t blanks = strspn(line, " \t"), length = strcspn(line, "\n");
		if (line[0] == '#' && line[1] == ' ')
			marker = line;
		if (strncmp(line + blanks, pragma, strlen(pragma)) == 0 && !is_for_back_end(line + blanks + strlen(pragma))) {
			error_plain("ppcc did not translate '%.*s' (after line marker %.*s): this is a bug in ppcc", (int)(length - blanks),
				    line + blanks, (int)strcspn(marker, "\n"), marker);
			return false;
		}
		line += length;
		line += *line == '\n';
	}
	return true;
}

/* Linemarkers of generated text: the user's file, as a system header, in which the compiler does not warn. */
static void mark_generated_text(struct text *text)
{
	static const char prefix[] = GENERATED_PREFIX;
	struct text out = {0};
	for (const char *line = text->data; line && *line;) {
		size_t length = strcspn(line, "\n");
		const char *name = line[0] == '#' && line[1] == ' ' ? memchr(line, '"', length) : NULL;
		if (name && strncmp(name + 1, prefix, strlen(prefix)) == 0) {
			text_add(&out, line, (size_t)(name + 1 - line));
			name += 1 + strlen(prefix);
			text_add(&out, name, (size_t)(line + length - name));
			const char *flags = memrchr(name, '"', (size_t)(line + length - name));
			if (!memchr(flags, '3', (size_t)(line + length - flags)))
				text_adds(&out, " 3");
		} else {
			text_add(&out, line, length);
		}
		line += length;
		if (*line == '\n') {
			text_adds(&out, "\n");
			line++;
		}
	}
	text_release(text);
	*text = out;
}

/* Gives the linemarkers at the head of the .i, up to the one that the text itself starts with, the user's name instead of
   the temporary one.  That one goes: the preprocessor has just said the same.  False: a directive is left; it was said. */
static bool rename_head(struct stage *stage)
{
	struct arena *arena = stage->driver->arena;
	const char *temporary = quoted(arena, stage->standard ? "<stdin>" : stage->source);
	const char *user = quoted(arena, stage->unit->user_name), *own = arena_printf(arena, "# 1 %s\n", user);
	size_t temporary_length = strlen(temporary);
	struct text before = {0}, after = {0};

	int fd = open(stage->preprocessed, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || !read_all(fd, &before))
		die("cannot read '%s': %s", stage->preprocessed, strerror(errno));
	close(fd);
	const char *line = before.data, *end = before.data + before.length, *previous = "";
	while (line < end) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		stop = stop ? stop + 1 : end;
		const char *name = line[0] == '#' && line[1] == ' ' ? memchr(line, '"', (size_t)(stop - line)) : NULL;
		bool is_own = (size_t)(stop - line) == strlen(own) && memcmp(line, own, strlen(own)) == 0;
		if (is_own && *previous) {
			line = stop;
			break;
		}
		if (name && (size_t)(stop - name) > temporary_length && memcmp(name, temporary, temporary_length) == 0) {
			text_add(&after, line, (size_t)(name - line));
			text_adds(&after, user);
			text_add(&after, name + temporary_length, (size_t)(stop - name) - temporary_length);
		} else
			text_add(&after, line, (size_t)(stop - line));
		previous = line;
		line = stop;
	}
	text_add(&after, line, (size_t)(end - line));
	bool good = stage->driver->back_end_openmp || all_translated(after.data);
	mark_generated_text(&after);
	temporary_write(stage->preprocessed, after.data, after.length);
	text_release(&before);
	text_release(&after);
	return good;
}

/* Options of gcc that write a file beside the object, besides those in struct options. */
static bool leaves_file(const char *word)
{
	static const char *const beginnings[] = {"-fdump",     "-fstack-usage",  "-fcallgraph-info",           "-fprofile",
											 "-fopt-info", "-fauto-profile", "-fsave-optimization-record", "-da",
											 "-dx"};
	for (unsigned i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		if (strncmp(word, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* The names that the back end derives from its input or output, where the command has other ones than the user's. */
static void add_names(struct command *command, const struct stage *stage)
{
	struct driver *driver = stage->driver;
	const struct options *options = &driver->options;
	const char *auxiliary = name_of_auxiliary(stage->unit, driver);
	bool clang = backend_family(&driver->backend, driver->arena) == FAMILY_CLANG;
	bool needed = options->profile || options->split_debug || options->save_temps;

	if (options->mode != MODE_LINK || options->dump_names)
		return;
	if (!clang) {
		for (unsigned i = 0; i < options->count && !needed; i++)
			needed = leaves_file(options->arguments[i].words[0]);
		if (!needed)
			return;
		command_add2(command, "-dumpdir", name_of_auxiliary_prefix(stage->unit, driver));
		command_add2(command, "-dumpbase", arena_printf(driver->arena, "%s.i", stage->unit->base));
		command_add2(command, "-dumpbase-ext", ".i");
		return;
	}
	char folder[PATH_MAX];
	const char *absolute = auxiliary[0] != '/' && getcwd(folder, sizeof folder)
							   ? arena_printf(driver->arena, "%s/%s", folder, auxiliary)
							   : auxiliary;
	if (options->profile) {
		command_add2(command, "-Xclang", arena_printf(driver->arena, "-coverage-notes-file=%s.gcno", absolute));
		command_add2(command, "-Xclang", arena_printf(driver->arena, "-coverage-data-file=%s.gcda", absolute));
	}
	if (options->split_debug) {
		static const char *const names[] = {"-split-dwarf-file", "-split-dwarf-output"};
		for (unsigned i = 0; i < 2; i++) {
			command_add2(command, "-Xclang", names[i]);
			command_add2(command, "-Xclang", arena_printf(driver->arena, "%s.dwo", auxiliary));
		}
	}
}

static int compile(struct stage *stage)
{
	struct driver *driver = stage->driver;
	struct unit *unit = stage->unit;
	const struct options *options = &driver->options;
	const char *result = NULL;
	struct command command;

	command_init(&command, driver->arena, &driver->backend);
	add_part(&command, driver, PART_COMPILE);
	add_quiet(&command, driver);
	add_openmp(&command, driver);
	if (options->mode == MODE_SYNTAX)
		command_add(&command, "-fsyntax-only");
	else {
		if (options->mode == MODE_LINK)
			result = options->save_temps
						 ? arena_printf(driver->arena, "%s.o", name_of_saved(unit, driver))
						 : temporary_path(driver->arena, unit->number, arena_printf(driver->arena, "%s.o", unit->base));
		else
			result = name_of_result(unit, driver);
		command_add(&command, options->mode == MODE_ASSEMBLY ? "-S" : "-c");
		command_add2(&command, "-o", result);
		add_names(&command, stage);
	}
	command_add(&command, stage->preprocessed);
	int status = command_run(&command, NULL, result && strcmp(result, "-") != 0 ? result : NULL);
	if (status == 0 && options->mode == MODE_LINK)
		unit->object = result;
	return status;
}

/* Whether the back end accepts the user's file (translated: or the translated one), looking at the language only. */
static bool accepts(struct stage *stage, bool translated)
{
	struct driver *driver = stage->driver;
	struct unit *unit = stage->unit;
	const char *path = stage->preprocessed, *input = NULL;
	struct command command;

	command_init(&command, driver->arena, &driver->backend);
	add_quiet(&command, driver);
	if (!translated) {
		add_openmp_defines(&command, driver);
		add_part(&command, driver, PART_LANGUAGE | PART_PREPROCESS);
		command_add(&command, "-Wno-unknown-pragmas");
		command_add(&command, "-Wno-source-uses-openmp");
		command_add2(&command, "-x",
					 unit->input->forced                              ? unit->input->forced
					 : unit->input->language == LANGUAGE_PREPROCESSED ? "cpp-output"
																	  : "c");
		path = unit->input->value;
		if (unit->read_once) {
			input = temporary_path(driver->arena, unit->number, "original");
			temporary_write(input, unit->text, unit->size);
			path = "-";
		}
	} else {
		add_part(&command, driver, PART_LANGUAGE);
		add_openmp(&command, driver);
	}
	command_add(&command, "-fsyntax-only");
	command_add(&command, path);
	return command_run(&command, &(struct streams){.input = input, .quiet = true}, NULL) == 0;
}

/* After a failed run of the preprocessor or, when there is a .i, of the compiler: says so when the user's own text would
   have been accepted. */
static void find_fault(struct stage *stage, bool compiled)
{
	struct driver *driver = stage->driver;
	struct backend loud = driver->backend;
	char path[PATH_MAX];

	driver->backend.show = false;
	bool ours = !(compiled && accepts(stage, true)) && accepts(stage, false);
	driver->backend = loud;
	if (!ours)
		return;
	snprintf(path, sizeof path, "%s/ppcc-bug-XXXXXX.c", temporary_place());
	int fd = mkstemps(path, 2);
	if (fd < 0) {
		error_plain("'%s' is correct, but what ppcc made of it is not: this is a bug in ppcc", stage->unit->user_name);
		return;
	}
	close(fd);
	temporary_write(path, stage->unit->translated.data, stage->unit->translated.length);
	error_plain("'%s' is correct, but what ppcc made of it is not: this is a bug in ppcc.\n"
				"ppcc: The translated program is in %s; please report it with that file.",
				stage->unit->user_name, path);
}

/* -MD: from the user's file, by a run of its own. */
static int write_dependencies(struct stage *stage)
{
	struct driver *driver = stage->driver;
	struct unit *unit = stage->unit;
	struct dependencies *dependencies = &driver->options.dependencies;
	const char *input = NULL, *file = name_of_dependency_file(unit, driver);
	struct command command;

	if (!dependencies->wanted || (unit->read_once && strcmp(unit->input->value, "-") != 0))
		return 0;
	command_init(&command, driver->arena, &driver->backend);
	add_openmp_defines(&command, driver);
	add_part(&command, driver, PART_LANGUAGE | PART_PREPROCESS);
	add_quiet(&command, driver);
	command_add(&command, dependencies->no_system ? "-MM" : "-M");
	command_add2(&command, "-MF", file);
	for (unsigned i = 0; i < dependencies->target_count; i++)
		command_add2(&command, dependencies->targets[i].words[0], dependencies->targets[i].words[1]);
	bool gnu = backend_family(&driver->backend, driver->arena) == FAMILY_GNU; /* clang does not tell -Wp,-MD from -MD */
	if (dependencies->target_count == 0 && !(dependencies->by_preprocessor && gnu))
		command_add2(&command, "-MQ", name_of_dependency_target(unit, driver));
	if (dependencies->phony)
		command_add(&command, "-MP");
	if (dependencies->compile_database)
		command_add2(&command, "-MJ", dependencies->compile_database);
	if (unit->input->forced)
		command_add2(&command, "-x", unit->input->forced);
	command_add(&command, unit->input->value);
	if (unit->read_once) {
		input = temporary_path(driver->arena, unit->number, "original");
		temporary_write(input, unit->text, unit->size);
	}
	return command_run(&command, &(struct streams){.input = input}, strcmp(file, "-") != 0 ? file : NULL);
}

/* -save-temps: the translated program and the .i beside what the back end saves. */
static void save_files(const struct stage *stage)
{
	struct driver *driver = stage->driver;
	struct text text = {0};

	if (!driver->options.save_temps)
		return;
	const char *name = name_of_saved(stage->unit, driver);
	int fd = open(stage->preprocessed, O_RDONLY | O_CLOEXEC);
	if (fd >= 0 && read_all(fd, &text))
		temporary_write(arena_printf(driver->arena, "%s.i", name), text.data, text.length);
	if (fd >= 0)
		close(fd);
	text_release(&text);
	temporary_write(arena_printf(driver->arena, "%s.ppcc.c", name), stage->unit->translated.data,
					stage->unit->translated.length);
}

/* Variables by which gcc writes dependencies in every run of the preprocessor: ppcc's own runs are not to be seen. */
static const char *const dependency_variables[] = {"DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES"};
enum { VARIABLES = sizeof dependency_variables / sizeof *dependency_variables };

/* One run on the user's file for the sake of those variables. */
static void write_variable_dependencies(struct stage *stage)
{
	struct driver *driver = stage->driver;
	struct command command;

	if (stage->unit->read_once)
		return;
	command_init(&command, driver->arena, &driver->backend);
	add_openmp_defines(&command, driver);
	add_part(&command, driver, PART_LANGUAGE | PART_PREPROCESS);
	command_add(&command, "-E");
	command_add2(&command, "-o", "/dev/null");
	if (stage->unit->input->forced)
		command_add2(&command, "-x", stage->unit->input->forced);
	command_add(&command, stage->unit->input->value);
	command_run(&command, &(struct streams){.quiet = true}, NULL);
}

/* The text as a temporary file, the .i from it, and then the object and what comes with it. */
static int run_stages(struct stage *stage)
{
	struct unit *unit = stage->unit;
	struct driver *driver = stage->driver;
	struct text text = {0};

	text_printf(&text, "#line 1 %s\n", quoted(driver->arena, unit->user_name));
	if (unit->translated.length)
		text_add(&text, unit->translated.data, unit->translated.length);
	temporary_write(stage->source, text.data, text.length);
	text_release(&text);

	int status = preprocess(stage);
	if (status != 0) {
		if (WIFEXITED(status))
			find_fault(stage, false);
		return status;
	}
	if (!rename_head(stage))
		return 1 << 8; /* as wait would say of exit status 1 */
	save_files(stage);
	status = compile(stage);
	if (status != 0) {
		if (WIFEXITED(status))
			find_fault(stage, true);
		return status;
	}
	status = write_dependencies(stage);
	if (status != 0 && !unit->object && driver->options.mode != MODE_SYNTAX)
		temporary_remove_output(name_of_result(unit, driver));
	return status;
}

int unit_compile(struct unit *unit, struct driver *driver)
{
	struct stage stage = {.unit = unit, .driver = driver};
	struct arena *arena = driver->arena;
	const char *variables[VARIABLES];
	bool any = false;

	for (unsigned i = 0; i < VARIABLES; i++) {
		const char *value = getenv(dependency_variables[i]);
		variables[i] = value ? arena_strdup(arena, value) : NULL;
		any = any || value;
		unsetenv(dependency_variables[i]);
	}
	stage.standard = !strchr(unit->input->value, '/');
	stage.source = temporary_path(arena, unit->number, arena_printf(arena, "%s.c", unit->base));
	stage.preprocessed = temporary_path(arena, unit->number, arena_printf(arena, "%s.i", unit->base));
	int status = run_stages(&stage);
	for (unsigned i = 0; i < VARIABLES; i++)
		if (variables[i])
			setenv(dependency_variables[i], variables[i], 1);
	if (any && status == 0)
		write_variable_dependencies(&stage);
	unit->done = status == 0;
	return status;
}
