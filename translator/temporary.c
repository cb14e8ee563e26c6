#include "temporary.h"

#include "diagnostic.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATH_LENGTH = 4096, DEEPEST = 4 };

/* Read by the signal handler, so plain storage and no pointers to what may be freed. */
static char directory[PATH_LENGTH]; /* empty: none exists */
static char unfinished[PATH_LENGTH];
static volatile pid_t running;

static const int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ};
static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

struct linux_entry {
	uint64_t inode;
	int64_t offset;
	unsigned short length;
	unsigned char type;
	char name[];
};

/* Empties the directory of fd and closes fd.  Calls nothing that a signal handler may not call. */
static void empty_directory(int fd, int depth)
{
	_Alignas(8) char buffer[2048];
	for (long got; (got = syscall(SYS_getdents64, fd, buffer, sizeof buffer)) > 0;) {
		for (long at = 0; at < got;) {
			struct linux_entry *entry = (struct linux_entry *)(buffer + at);
			at += entry->length;
			if (strcmp(entry->name, ".") == 0 || strcmp(entry->name, "..") == 0)
				continue;
			if (unlinkat(fd, entry->name, 0) == 0 || depth == DEEPEST)
				continue;
			int inner = openat(fd, entry->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
			if (inner >= 0)
				empty_directory(inner, depth + 1);
			unlinkat(fd, entry->name, AT_REMOVEDIR);
		}
	}
	close(fd);
}

void temporary_release(void)
{
	if (!directory[0])
		return;
	/* Removing entries while they are listed may hide some from the listing, hence a second round. */
	for (int round = 0; round < 8; round++) {
		int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (fd < 0)
			break;
		empty_directory(fd, 0);
		if (rmdir(directory) == 0 || errno == ENOENT)
			break;
	}
	directory[0] = '\0';
}

void temporary_remove_output(const char *path)
{
	struct stat status;
	if (path[0] && lstat(path, &status) == 0 && S_ISREG(status.st_mode))
		unlink(path);
}

static void end_by(int number)
{
	sigset_t set;
	signal(number, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(number);
}

static void on_ending_signal(int number)
{
	pid_t child = running;
	if (child > 0) {
		kill(child, number);
		while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
			;
	}
	temporary_remove_output(unfinished);
	temporary_release();
	end_by(number);
}

static void on_crash(int number)
{
	static const char message[] =
		"ppcc: internal error: ppcc crashed; this is a bug in ppcc, please report it with the "
		"command line and the source file\n";
	ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
	(void)written;
	temporary_remove_output(unfinished);
	temporary_release();
	end_by(number);
}

void temporary_guard(void)
{
	static _Alignas(16) char stack[65536]; /* a handler must run when the stack is what overflowed */
	stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
	struct sigaction action = {.sa_handler = on_ending_signal}, old;

	sigfillset(&action.sa_mask);
	for (unsigned i = 0; i < sizeof ending_signals / sizeof *ending_signals; i++)
		if (sigaction(ending_signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
			sigaction(ending_signals[i], &action, NULL);
	signal(SIGCHLD, SIG_DFL); /* a caller that ignores it would make waitpid fail */
	if (sigaltstack(&alternate, NULL) != 0)
		return;
	action.sa_handler = on_crash;
	action.sa_flags = SA_ONSTACK;
	sigemptyset(&action.sa_mask);
	for (unsigned i = 0; i < sizeof crash_signals / sizeof *crash_signals; i++)
		sigaction(crash_signals[i], &action, NULL);
}

void temporary_child(pid_t child)
{
	running = child;
}

void temporary_unfinished(const char *path)
{
	sigset_t all, before;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	unfinished[0] = '\0';
	if (path && strlen(path) < sizeof unfinished)
		strcpy(unfinished, path);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

const char *temporary_place(void)
{
	static const char *const variables[] = {"TMPDIR", "TMP", "TEMP"};
	static const char *const usual[] = {"/tmp", "/var/tmp"};

	for (unsigned i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *place = getenv(variables[i]);
		if (place && place[0] && access(place, R_OK | W_OK | X_OK) == 0)
			return place;
	}
	for (unsigned i = 0; i < sizeof usual / sizeof *usual; i++)
		if (access(usual[i], R_OK | W_OK | X_OK) == 0)
			return usual[i];
	return usual[0];
}

static void make_directory(void)
{
	char template[PATH_LENGTH], *absolute = realpath(temporary_place(), NULL);
	sigset_t all, before;

	int length = snprintf(template, sizeof template, "%s/ppcc-XXXXXX", absolute ? absolute : temporary_place());
	free(absolute);
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	bool made = length > 0 && (size_t)length < sizeof template && mkdtemp(template);
	int reason = errno;
	if (made)
		strcpy(directory, template);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (!made)
		die("cannot make a temporary directory in '%s': %s", temporary_place(), strerror(reason));
}

const char *temporary_path(struct arena *arena, unsigned number, const char *name)
{
	if (!directory[0])
		make_directory();
	const char *folder = arena_printf(arena, "%s/%u", directory, number);
	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		die("cannot make the temporary directory '%s': %s", folder, strerror(errno));
	return arena_printf(arena, "%s/%s", folder, name);
}

void temporary_write(const char *path, const char *bytes, size_t length)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0)
		die("cannot write '%s': %s", path, strerror(errno));
	for (size_t done = 0; done < length;) {
		ssize_t put = write(fd, bytes + done, length - done);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			die("cannot write '%s': %s", path, strerror(put < 0 ? errno : ENOSPC));
		done += (size_t)put;
	}
	if (close(fd) != 0)
		die("cannot write '%s': %s", path, strerror(errno));
}
