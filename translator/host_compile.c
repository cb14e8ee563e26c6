#include "host_compile.h"

#include "diagnostic.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Set for the back end; counts how many ppcc are in the line of callers. */
static const char depth_variable[] = "PPCC_DEPTH";
enum { DEEPEST = 3 };

static char *own_path(void)
{
	return realpath("/proc/self/exe", NULL);
}

static bool is_program(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

/* The absolute path of a command; skip: a resolved path that does not count, or null.  Null when there is none. */
static const char *find_program(struct arena *arena, const char *name, const char *skip)
{
	if (strchr(name, '/'))
		return is_program(name) ? name : NULL;
	const char *path = getenv("PATH");
	for (const char *at = path ? path : "/usr/local/bin:/usr/bin:/bin";; at++) {
		size_t length = strcspn(at, ":");
		const char *candidate =
			length ? arena_printf(arena, "%.*s/%s", (int)length, at, name) : arena_printf(arena, "./%s", name);
		if (is_program(candidate)) {
			char *resolved = realpath(candidate, NULL);
			bool same = resolved && skip && strcmp(resolved, skip) == 0;
			free(resolved);
			if (!same)
				return candidate;
		}
		at += length;
		if (!*at)
			return NULL;
	}
}

/* text split at blanks; one word when it is the path of a program. */
static void split_words(struct backend *backend, struct arena *arena, const char *text)
{
	const char **words = arena_alloc(arena, (strlen(text) / 2 + 2) * sizeof *words);
	unsigned count = 0;

	if (is_program(text))
		words[count++] = text;
	for (const char *at = text; !(count == 1 && words[0] == text) && *at;) {
		at += strspn(at, " \t\n");
		size_t length = strcspn(at, " \t\n");
		if (length)
			words[count++] = arena_strndup(arena, at, length);
		at += length;
	}
	backend->words = words;
	backend->count = count;
}

static void enter_depth(void)
{
	const char *text = getenv(depth_variable);
	int depth = text ? atoi(text) : 0;
	char next[16];

	if (depth >= DEEPEST)
		die("ppcc is called by its own back end; set PPCC_CC to a compiler that is not ppcc");
	snprintf(next, sizeof next, "%d", depth < 0 ? 1 : depth + 1);
	setenv(depth_variable, next, 1);
}

void backend_find(struct backend *backend, struct arena *arena)
{
	static const char *const usual[] = {"cc", "gcc", "clang"};
	const char *wanted = getenv("PPCC_CC");
	char *self = own_path();

	enter_depth();
	if (wanted)
		split_words(backend, arena, wanted);
	for (unsigned i = 0; backend->count == 0 && i < sizeof usual / sizeof *usual; i++) {
		const char *path = find_program(arena, usual[i], self);
		if (path)
			split_words(backend, arena, path);
	}
	if (backend->count == 0)
		die("no C compiler found: neither cc, gcc nor clang is in PATH; PPCC_CC can name one");
	for (unsigned i = 0; wanted && i < backend->count && backend->words[i][0] != '-'; i++) {
		const char *path = find_program(arena, backend->words[i], NULL);
		char *resolved = path ? realpath(path, NULL) : NULL;
		if (i == 0 && !path)
			die("cannot find '%s' (PPCC_CC)", backend->words[i]);
		if (resolved && self && strcmp(resolved, self) == 0)
			die("PPCC_CC names ppcc itself ('%s'); it must name the compiler behind ppcc", backend->words[i]);
		free(resolved);
	}
	free(self);
}

static enum backend_family family_of_name(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	return strstr(name, "clang")                        ? FAMILY_CLANG
		   : strstr(name, "gcc") || strstr(name, "g++") ? FAMILY_GNU
														: FAMILY_UNKNOWN;
}

/* Asks the compiler. */
static enum backend_family family_of_banner(const struct backend *backend, struct arena *arena)
{
	int ends[2];
	struct command command;
	char banner[4096];
	size_t length = 0;
	pid_t child;
	posix_spawn_file_actions_t actions;

	command_init(&command, arena, backend);
	command_add(&command, "--version");
	if (pipe2(ends, O_CLOEXEC) != 0)
		return FAMILY_GNU;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	int failure = posix_spawnp(&child, command.words[0], &actions, NULL, (char *const *)command.words, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	for (ssize_t got; !failure && (got = read(ends[0], banner + length, sizeof banner - 1 - length)) > 0;)
		length += (size_t)got;
	close(ends[0]);
	if (!failure)
		while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
			;
	banner[length] = '\0';
	return strstr(banner, "clang") ? FAMILY_CLANG : FAMILY_GNU;
}

enum backend_family backend_family(struct backend *backend, struct arena *arena)
{
	for (unsigned i = 0; backend->family == FAMILY_UNKNOWN && i < backend->count; i++) {
		const char *word = backend->words[i], *path = find_program(arena, word, NULL);
		if (word[0] == '-')
			break;
		char *resolved = path ? realpath(path, NULL) : NULL;
		if (resolved)
			backend->family = family_of_name(resolved);
		if (backend->family == FAMILY_UNKNOWN)
			backend->family = family_of_name(word);
		free(resolved);
	}
	if (backend->family == FAMILY_UNKNOWN)
		backend->family = family_of_banner(backend, arena);
	return backend->family;
}

void command_init(struct command *command, struct arena *arena, const struct backend *backend)
{
	*command = (struct command){.arena = arena, .backend = backend};
	for (unsigned i = 0; i < backend->count; i++)
		command_add(command, backend->words[i]);
}

void command_add(struct command *command, const char *word)
{
	if (command->count + 1 >= command->capacity) {
		unsigned capacity = command->capacity ? command->capacity * 2 : 64;
		const char **words = arena_alloc(command->arena, capacity * sizeof *words);
		if (command->count)
			memcpy(words, command->words, command->count * sizeof *words);
		command->words = words;
		command->capacity = capacity;
	}
	command->words[command->count++] = word;
	command->words[command->count] = NULL;
}

void command_add2(struct command *command, const char *word, const char *value)
{
	command_add(command, word);
	command_add(command, value);
}

/* As a shell would have to read it. */
static void show(const struct command *command)
{
	if (!command->backend->show)
		return;
	fflush(stdout);
	for (unsigned i = 0; i < command->count; i++) {
		const char *word = command->words[i];
		fputs(i ? " " : "", stderr);
		if (*word &&
			strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%") == strlen(word)) {
			fputs(word, stderr);
			continue;
		}
		fputc('\'', stderr);
		for (; *word; word++)
			if (*word == '\'')
				fputs("'\\''", stderr);
			else
				fputc(*word, stderr);
		fputc('\'', stderr);
	}
	fputc('\n', stderr);
}

/* The same command with its options in a response file, for when the system finds it too long. */
static struct command shortened(const struct command *command)
{
	struct command result;
	unsigned first = command->backend->count;
	size_t room = 1;

	for (unsigned i = first; i < command->count; i++)
		room += 2 * strlen(command->words[i]) + 3;
	char *text = arena_alloc(command->arena, room), *to = text;
	for (unsigned i = first; i < command->count; i++) {
		*to++ = '"';
		for (const char *from = command->words[i]; *from; from++) {
			if (*from == '"' || *from == '\\')
				*to++ = '\\';
			*to++ = *from;
		}
		*to++ = '"';
		*to++ = '\n';
	}
	const char *path = temporary_path(command->arena, 0, "arguments");
	temporary_write(path, text, (size_t)(to - text));
	command_init(&result, command->arena, command->backend);
	command_add(&result, arena_printf(command->arena, "@%s", path));
	return result;
}

static int spawn(pid_t *child, const struct command *command, const struct streams *streams, const sigset_t *mask)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;

	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, mask);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	if (streams && streams->input)
		posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams->input, O_RDONLY, 0);
	if (streams && streams->quiet) {
		posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
		posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
	}
	int failure = posix_spawnp(child, command->words[0], &actions, &attributes, (char *const *)command->words, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return failure;
}

int command_run(const struct command *command, const struct streams *streams, const char *unfinished)
{
	sigset_t all, before;
	pid_t child = 0;
	int status = 0;

	show(command);
	fflush(stdout);
	temporary_unfinished(unfinished);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	int failure = spawn(&child, command, streams, &before);
	if (failure == E2BIG) {
		struct command shorter = shortened(command);
		failure = spawn(&child, &shorter, streams, &before);
	}
	temporary_child(failure ? 0 : child);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (failure)
		die("cannot run '%s': %s", command->words[0], strerror(failure));
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			die("cannot wait for '%s': %s", command->words[0], strerror(errno));
	temporary_child(0);
	if (status != 0 && unfinished)
		temporary_remove_output(unfinished);
	temporary_unfinished(NULL);
	return status;
}

void command_exec(const struct command *command)
{
	show(command);
	fflush(stdout);
	execvp(command->words[0], (char *const *)command->words);
	if (errno == E2BIG)
		command_end(command, command_run(command, NULL, NULL));
	die("cannot run '%s': %s", command->words[0], strerror(errno));
}

void command_end(const struct command *command, int status)
{
	temporary_release();
	fflush(NULL);
	if (WIFEXITED(status))
		exit(WEXITSTATUS(status));
	int number = WTERMSIG(status);
	struct rlimit no_core = {0, 0};
	error_plain("'%s' was killed by signal %d (%s)", command->words[0], number, strsignal(number));
	setrlimit(RLIMIT_CORE, &no_core);
	signal(number, SIG_DFL);
	raise(number);
	exit(1);
}
