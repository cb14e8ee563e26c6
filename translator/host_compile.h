/*
 * host_compile.h - the back end: the compiler behind ppcc, and the running of its commands.
 * Commands are argument vectors; no shell is involved.
 */
#ifndef PPCC_HOST_COMPILE_H
#define PPCC_HOST_COMPILE_H

#include "arena.h"

#include <stdbool.h>

enum backend_family { FAMILY_UNKNOWN, FAMILY_GNU, FAMILY_CLANG };

struct backend {
	const char *const *words; /* null-terminated: the compiler's command, such as "ccache" "gcc" */
	unsigned count;
	bool show;                  /* print each command before it runs */
	enum backend_family family; /* by backend_family() */
};

struct command {
	struct arena *arena;
	const char **words; /* null-terminated */
	unsigned count, capacity;
	const struct backend *backend;
};

/* Where a command's standard streams are; null: ppcc's own. */
struct streams {
	const char *input;
	bool quiet; /* output and messages go nowhere */
};

/* Finds the back end by PPCC_CC, or ends ppcc with a message: never ppcc itself. */
void backend_find(struct backend *backend, struct arena *arena);
enum backend_family backend_family(struct backend *backend, struct arena *arena);

void command_init(struct command *command, struct arena *arena, const struct backend *backend);
void command_add(struct command *command, const char *word);
void command_add2(struct command *command, const char *word, const char *value);

/* Runs it and waits: the status of waitpid.  unfinished: the file it writes, removed when it fails; null: none. */
int command_run(const struct command *command, const struct streams *streams, const char *unfinished);

/* Becomes the command. */
_Noreturn void command_exec(const struct command *command);

/* Ends ppcc as the command ended: with its exit status, or, after a message, by its signal. */
_Noreturn void command_end(const struct command *command, int status);

#endif
