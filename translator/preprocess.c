#include "preprocess.h"

#include "diagnostic.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

char *path_directory(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return arena_strdup(arena, "");
	return arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

char *quoted(struct arena *arena, const char *string)
{
	char *copy = arena_alloc(arena, 2 * strlen(string) + 1), *end = copy;

	for (; *string; string++) {
		if (*string == '"' || *string == '\\')
			*end++ = '\\';
		*end++ = *string;
	}
	return copy;
}

/* The words of the command line.  words has room for all. */
struct command {
	const char **words;
	int count;
};

static size_t count_words(const char *const *words)
{
	size_t count = 0;
	while (words && words[count])
		count++;
	return count;
}

static void add_word(struct command *command, const char *word)
{
	command->words[command->count++] = word;
}

static bool begins(const char *word, const char *start)
{
	return strncmp(word, start, strlen(start)) == 0;
}

/* The user's flags, but for those that would write a file or change what is printed. */
static void add_user_flags(struct command *command, const char *const *words)
{
	for (; words && *words; words++) {
		bool has_argument = strcmp(*words, "-MF") == 0 || strcmp(*words, "-MT") == 0 || strcmp(*words, "-MQ") == 0 ||
		                    strcmp(*words, "-o") == 0 || strcmp(*words, "-x") == 0;
		if (has_argument) {
			if (words[1])
				words++;
			continue;
		}
		if (begins(*words, "-M") || begins(*words, "-Wp,-M") || begins(*words, "-fopenmp"))
			continue;
		add_word(command, *words);
	}
}

static const char **make_command(struct source *source)
{
	const struct source_options *options = source->options;
	struct arena *arena = source->arena;
	size_t room = 32 + count_words(options->cc) + count_words(options->cpp);
	struct command command = {.words = arena_alloc(arena, room * sizeof *command.words)};

	for (const char *const *words = options->cc; *words; words++)
		add_word(&command, *words);
	if (!options->preprocessed) {
		const char *directory = path_directory(arena, source->name);
		add_word(&command, "-D_OPENMP=202111");
		add_word(&command, "-iquote");
		add_word(&command, *directory ? directory : ".");
		if (options->include_dir) {
			add_word(&command, "-isystem");
			add_word(&command, options->include_dir);
		}
		add_user_flags(&command, options->cpp);
		add_word(&command, arena_printf(arena, "-D__BASE_FILE__=\"%s\"", quoted(arena, source->name)));
	}
	add_word(&command, "-w");
	add_word(&command, "-E");
	add_word(&command, "-x");
	add_word(&command, "c");
	/* under this name, and not "-", an #include "..." is not looked for in the working directory first */
	add_word(&command, "/dev/stdin");
	return command.words;
}

/* A file without a name that holds the text, to be read from its start; -1 when it cannot be made. */
static int make_input(struct source *source, const char *text, size_t size)
{
	static const char byte_order_mark[] = "\xEF\xBB\xBF";
	struct text content = {0};
	int descriptor = memfd_create("ppcc", MFD_CLOEXEC);
	size_t skip = size >= 3 && memcmp(text, byte_order_mark, 3) == 0 ? 3 : 0, written = 0;

	text_printf(&content, "# 1 \"%s\"\n", quoted(source->arena, source->name));
	text_add(&content, text + skip, size - skip);
	while (descriptor >= 0 && written < content.length) {
		ssize_t count = write(descriptor, content.data + written, content.length - written);
		if (count >= 0) {
			written += (size_t)count;
		} else if (errno != EINTR) {
			close(descriptor);
			descriptor = -1;
		}
	}
	text_release(&content);
	if (descriptor >= 0)
		lseek(descriptor, 0, SEEK_SET);
	return descriptor;
}

/* Starts the command; returns 0 or an errno value. */
static int start(pid_t *child, const char **words, int input, int output)
{
	posix_spawn_file_actions_t actions;
	int problem = posix_spawn_file_actions_init(&actions);

	if (problem)
		return problem;
	problem = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	if (!problem)
		problem = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	if (!problem)
		problem = posix_spawnp(child, words[0], &actions, NULL, (char **)words, environ);
	posix_spawn_file_actions_destroy(&actions);
	return problem;
}

static bool read_all(int descriptor, struct text *output)
{
	char buffer[1 << 14];

	for (;;) {
		ssize_t count = read(descriptor, buffer, sizeof buffer);
		if (count == 0)
			return true;
		if (count > 0)
			text_add(output, buffer, (size_t)count);
		else if (errno != EINTR)
			return false;
	}
}

/* Waits for the child; true when it ended well. */
static bool finish(struct source *source, pid_t child, const char *program)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR) {
			error_plain("%s: %s", program, strerror(errno));
			return false;
		}
	if (WIFSIGNALED(status))
		error_plain("%s -E was killed by signal %d (%s)", program, WTERMSIG(status), strsignal(WTERMSIG(status)));
	else if (WEXITSTATUS(status) != 0)
		error_plain("%s: the preprocessor (%s -E) failed", source->name, program);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool preprocess(struct source *source, const char *text, size_t size, struct text *output)
{
	const char **words = make_command(source);
	int input = make_input(source, text, size);
	int ends[2];
	pid_t child;

	if (input < 0) {
		error_plain("cannot keep the text in memory: %s", strerror(errno));
		return false;
	}
	if (pipe2(ends, O_CLOEXEC) != 0) {
		error_plain("cannot make a pipe: %s", strerror(errno));
		close(input);
		return false;
	}
	int problem = start(&child, words, input, ends[1]);
	close(input);
	close(ends[1]);
	bool good = !problem;
	if (problem) {
		error_plain("cannot run %s: %s", words[0], strerror(problem));
	} else {
		temporary_child(child);
		good = read_all(ends[0], output);
		if (!good)
			error_plain("cannot read what %s -E prints: %s", words[0], strerror(errno));
		good &= finish(source, child, words[0]);
		temporary_child(0);
	}
	close(ends[0]);
	if (good && !output->data)
		text_adds(output, "");
	return good;
}
