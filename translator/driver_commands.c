#include "driver.h"

#include <stdlib.h>
#include <string.h>

/* Options that only the assembler or the naming of left files needs; a preprocessor run does without. */
static bool is_after_preprocessing(const char *word)
{
	static const char *const beginnings[] = {"-Wa,", "-Xassembler", "-save-temps", "-dump", "-fdump", "-emit-llvm"};
	for (unsigned i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		if (strncmp(word, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

static void add_argument(struct command *command, const struct argument *argument)
{
	command_add(command, argument->words[0]);
	if (argument->words[1])
		command_add(command, argument->words[1]);
}

void add_part(struct command *command, const struct driver *driver, unsigned parts)
{
	const struct options *options = &driver->options;

	for (unsigned i = 0; i < options->count; i++) {
		const struct argument *argument = &options->arguments[i];
		bool wanted = false;
		switch (argument->role) {
		case ROLE_GENERAL:
		case ROLE_GENERAL_NEXT:
			wanted = parts & PART_COMPILE || (parts & PART_LANGUAGE && !is_after_preprocessing(argument->words[0]));
			break;
		case ROLE_NO_LIBRARIES:
		case ROLE_STATIC:
			wanted = parts & PART_COMPILE;
			break;
		case ROLE_PREPROCESS:
			wanted = parts & PART_PREPROCESS && !(parts & PART_TRANSLATED && strcmp(argument->words[0], "-include") == 0);
			break;
		default:
			break;
		}
		if (wanted)
			add_argument(command, argument);
	}
}

/* The words of PPCC_OFFLOAD_FLAGS: blanks separate them. */
static void add_offload_flags(struct command *command, const struct driver *driver)
{
	const char *flags = getenv("PPCC_OFFLOAD_FLAGS");
	while (flags && *flags) {
		size_t blanks = strspn(flags, " \t"), length = strcspn(flags + blanks, " \t");
		if (length)
			command_add(command, arena_strndup(driver->arena, flags + blanks, length));
		flags += blanks + length;
	}
}

void add_openmp(struct command *command, const struct driver *driver)
{
	command_add(command, driver->back_end_openmp ? "-fopenmp" : "-fopenmp-simd");
	if (driver->back_end_openmp)
		add_offload_flags(command, driver);
}

void add_openmp_defines(struct command *command, const struct driver *driver)
{
	if (driver->back_end_openmp) {
		command_add(command, "-fopenmp");
		return;
	}
	if (driver->options.mode == MODE_PREPROCESS) {
		/* So that macros in pragmas are expanded: the output must stand for itself. */
		command_add(command, "-fopenmp");
		command_add(command, "-U_OPENMP");
	}
	command_add(command, "-D_OPENMP=202111");
	command_add(command, "-D_REENTRANT");
	command_add2(command, "-isystem", driver->installation.include_dir);
}

void add_language(struct command *command, const char **language, const char *wanted)
{
	if (wanted == *language || (wanted && *language && strcmp(wanted, *language) == 0))
		return;
	command_add2(command, "-x", wanted ? wanted : "none");
	*language = wanted;
}

static void add_libraries(struct command *command, const struct driver *driver)
{
	const struct installation *installation = &driver->installation;
	const struct options *options = &driver->options;

	if (driver->back_end_openmp) {
		if (options->mode == MODE_LINK)
			add_openmp(command, driver);
		return;
	}
	if (options->mode != MODE_LINK || options->no_libraries || (options->inputs == 0 && options->libraries == 0))
		return;
	if (options->own[OWN_STATIC]) {
		if (!options->link_static) /* the runtime can load libraries: dynamic.h */
			command_add2(command, "-Wl,-u,ppcc_load", "-Wl,-u,ppcc_symbol");
		command_add(command, arena_printf(driver->arena, "%s/libppcc.a", installation->library_dir));
	} else {
		command_add(command, arena_printf(driver->arena, "-L%s", installation->library_dir));
		command_add(command, "-lppcc");
		if (installation->shared && !options->link_static)
			command_add(command, arena_printf(driver->arena, "-Wl,-rpath,%s", installation->library_dir));
	}
	command_add(command, "-lpthread");
}

static const struct unit *unit_of(const struct unit *units, const struct argument *input)
{
	for (; units && units->input; units++)
		if (units->input == input)
			return units;
	return NULL;
}

/* Whether the back end is to compile anything. */
static bool has_sources(const struct driver *driver, const struct unit *units)
{
	const struct options *options = &driver->options;
	for (unsigned i = 0; i < options->count; i++) {
		const struct argument *argument = &options->arguments[i];
		const struct unit *unit = unit_of(units, argument);
		if (argument->role == ROLE_INPUT && argument->language != LANGUAGE_OBJECT && !(unit && unit->done))
			return true;
	}
	return false;
}

void add_command_line(struct command *command, const struct driver *driver, const struct unit *units)
{
	const struct options *options = &driver->options;
	const char *language = NULL;
	bool sources = has_sources(driver, units);

	if (sources)
		add_openmp_defines(command, driver);
	for (unsigned i = 0; i < options->count; i++) {
		const struct argument *argument = &options->arguments[i];
		const struct unit *unit = unit_of(units, argument);
		switch (argument->role) {
		case ROLE_OWN:
		case ROLE_OPENMP_ON:
		case ROLE_OPENMP_OFF:
		case ROLE_OPENMP_DETAIL:
		case ROLE_OPENMP_DETAIL_NEXT:
		case ROLE_LANGUAGE:
			break;
		case ROLE_PREPROCESS:
		case ROLE_DEPEND:
			if (sources)
				add_argument(command, argument);
			break;
		case ROLE_LIBRARY:
			add_language(command, &language, NULL);
			add_argument(command, argument);
			break;
		case ROLE_INPUT:
			if (unit && unit->done && !unit->object)
				break;
			add_language(command, &language, unit && unit->object ? NULL : argument->forced);
			command_add(command, unit && unit->object ? unit->object : argument->words[0]);
			break;
		default:
			add_argument(command, argument);
			break;
		}
	}
	add_language(command, &language, NULL);
	add_libraries(command, driver);
}
