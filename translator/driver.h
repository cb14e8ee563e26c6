/*
 * driver.h - from the command line to the commands of the back end.  Inner header of driver*.c.
 *
 *   driver.c          what is to be done: hand over to the back end, print something, or compile
 *   driver_unit.c     one C input: translate it, and compile the translated text
 *   driver_view.c     --pp-view and --pp-explain-regions
 *   driver_commands.c the words of each command
 *   driver_names.c    the names of what a compilation leaves: object, dependency file, -save-temps
 *   driver_scan.c     can a file hold OpenMP directives?
 *   driver_off.c      the warning about directives without -fopenmp
 *   driver_translator.c  the translator, which is loaded only when there is something to translate
 *   installation.c    where ppcc's headers and libraries are
 */
#ifndef PPCC_DRIVER_H
#define PPCC_DRIVER_H

#include "arena.h"
#include "host_compile.h"
#include "installation.h"
#include "options.h"
#include "translate.h"
#include "view/view.h"

#include <stdbool.h>
#include <stddef.h>

#ifndef PPCC_VERSION
#define PPCC_VERSION "unknown"
#endif

/* translate.h.  Built with PPCC_TRANSLATOR_MODULE, ppcc loads a module that has these functions when they are first needed:
   libclang takes longer to load than a small file to compile. */
struct translator {
	enum translate_result (*translate)(const struct translate_request *request, struct text *output);
	void (*support)(struct text *output);
	const char *const *(*targets)(void);
	bool (*view)(const struct translate_request *requests, unsigned count, enum view_form form, struct text *output);
	bool (*sarif)(const struct translate_request *requests, unsigned count, struct text *output); /* sarif.h */
	bool (*keeps_directives)(const char *target);
};

struct driver {
	struct arena *arena;
	int argc;
	char **argv;
	struct options options;
	struct backend backend;
	struct installation installation;
	const char *target; /* the name of a target; null until something is translated */
	bool back_end_openmp; /* the back end compiles directives that are left, and links its own runtime; set with target */
	enum dump_kind dump;
	const char *const *cpp; /* see struct source_options */
};

/* An input that the driver looks into; the array of them ends with one whose input is null. */
struct unit {
	struct argument *input;
	unsigned number;  /* of its temporary folder, from 1 */
	const char *text; /* in the arena, '\0' terminated; null: not readable */
	int reason;       /* errno, when text is null */
	size_t size;
	bool read_once;         /* a pipe or standard input: cannot be read again */
	const char *user_name;  /* in linemarkers: the path, or <stdin> */
	const char *base;       /* name of the file without folder and suffix */
	struct text translated; /* after unit_translate gave TRANSLATED; released by unit_release */
	bool done;              /* compiled: the rest of the command line does not see the input again */
	const char *object;     /* after unit_compile in MODE_LINK */
};

int driver_run(struct driver *driver);

/* Writes the text to the file at path, null or "-": standard output.  The exit status. */
int driver_write(const char *path, const struct text *text);
/* Whether the file at path, which may be null, is one of the inputs. */
bool driver_is_input(const struct options *options, const char *path);
/* The target that the user named, or the first, in driver->target. */
void driver_choose_target(struct driver *driver);

/* driver_off.c.  False: the user wants the warning to be an error. */
bool driver_warn_of_openmp(struct driver *driver);

/* driver_view.c */
bool view_wanted(const struct options *options);
int view_units(struct driver *driver, struct unit *units);

/* driver_translator.c */
const struct translator *driver_translator(struct driver *driver);

/* driver_unit.c */
void unit_read(struct unit *unit, struct driver *driver, struct argument *input, unsigned number);
void unit_release(struct unit *unit);
/* False where the text cannot hold a live directive; true where only the translator can tell. */
bool unit_may_have_directives(const struct unit *unit, struct driver *driver);
struct translate_request unit_request(const struct unit *unit, struct driver *driver);
/* False, with a message, where the text is none. */
bool unit_is_text(const struct unit *unit);
enum translate_result unit_translate(struct unit *unit, struct driver *driver); /* driver->target is set */
/* Compiles the translated text; returns the wait status of the command that failed, or 0. */
int unit_compile(struct unit *unit, struct driver *driver);

/* driver_commands.c.  Parts of the user's command line, in its order. */
enum command_part {
	PART_COMPILE = 1 << 0,    /* what decides how C is compiled */
	PART_LANGUAGE = 1 << 1,   /* the part of it that a preprocessor run takes */
	PART_PREPROCESS = 1 << 2, /* -D -I -include ... */
	PART_TRANSLATED = 1 << 3, /* besides PART_PREPROCESS: the -include headers are in the text already (translate.c) */
};
void add_part(struct command *command, const struct driver *driver, unsigned parts);
/* -fopenmp for directives that the back end is given, and PPCC_OFFLOAD_FLAGS; else -fopenmp-simd. */
void add_openmp(struct command *command, const struct driver *driver);
/* -D and -isystem: what -fopenmp means to the preprocessor. */
void add_openmp_defines(struct command *command, const struct driver *driver);
/* The whole command line as one command for the back end, without its own OpenMP.  An input whose unit has an object is
   replaced by it; one that is done otherwise is left out. */
void add_command_line(struct command *command, const struct driver *driver, const struct unit *units);
/* -x LANGUAGE, unless *language, which holds what was said last (null: by suffix), is that already. */
void add_language(struct command *command, const char **language, const char *wanted);

/* driver_names.c */
const char *name_of_base(struct arena *arena, const char *path);
/* The result of one compilation; null when it has none or it is not a file to be named. */
const char *name_of_result(const struct unit *unit, const struct driver *driver);
/* What the back end derives auxiliary names from in a compilation that is followed by a link: "prog-file". */
const char *name_of_auxiliary(const struct unit *unit, struct driver *driver);
const char *name_of_auxiliary_prefix(const struct unit *unit, struct driver *driver); /* without "file" */
/* Where -save-temps puts its files, without suffix. */
const char *name_of_saved(const struct unit *unit, struct driver *driver);
const char *name_of_dependency_file(const struct unit *unit, struct driver *driver);
const char *name_of_dependency_target(const struct unit *unit, struct driver *driver);

/* driver_scan.c.  Whether text holds the word that every directive has.  Text may come from any file. */
bool scan_has_word(const char *text, size_t size);
/* The same for the text of the file at path and all files it may include. */
bool scan_with_includes(struct driver *driver, const char *path, const char *text, size_t size);
/* Whether text of a language that ppcc does not translate has an OpenMP directive. */
bool scan_has_foreign_directive(enum language language, const char *text, size_t size);

#endif
