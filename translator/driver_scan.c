#include "diagnostic.h"
#include "driver.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 20000 }; /* more than that, and the translator is asked */

/* Folders in the order in which the preprocessor looks. */
struct search {
	struct driver *driver;
	const char **quoted, **bracketed;
	unsigned quoted_count, bracketed_count, capacity;
	struct seen {
		dev_t device;
		ino_t inode;
	} * seen; /* open hash; malloc'ed */
	unsigned seen_count, seen_size;
};

static bool is_word_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
		   byte == '_' || byte == '$';
}

bool scan_has_word(const char *text, size_t size)
{
	const char *end = text + size;

	for (const char *at = text; (at = memmem(at, (size_t)(end - at), "omp", 3)); at += 3) {
		const char *after = at + 3;
		if ((at > text && is_word_byte(at[-1])) || (after < end && is_word_byte(*after)))
			continue;
		bool header = end - after >= 3 && after[0] == '.' && after[1] == 'h' && (after[2] == '>' || after[2] == '"');
		if (!header)
			return true;
	}
	return false;
}

bool scan_has_foreign_directive(enum language language, const char *text, size_t size)
{
	const char *end = text + size;

	if (language == LANGUAGE_FORTRAN) {
		for (const char *at = text; (at = memchr(at, '$', (size_t)(end - at))); at++)
			if (at > text && strchr("!cC*", at[-1]) && end - at > 4 && strncasecmp(at + 1, "omp", 3) == 0 &&
				!is_word_byte(at[4]))
				return true;
		return false;
	}
	for (const char *at = text; (at = memmem(at, (size_t)(end - at), "ragma", 5));) {
		at += 5;
		while (at < end && memchr(" \t\n(\"", *at, 5))
			at++;
		if (end - at > 3 && memcmp(at, "omp", 3) == 0 && !is_word_byte(at[3]))
			return true;
	}
	return false;
}

static bool scan_text(struct search *search, const char *path, const char *text, size_t size);

/* True when the file is seen for the first time. */
static bool is_new(struct search *search, const struct stat *status)
{
	if (search->seen_count * 2 >= search->seen_size) {
		unsigned old_size = search->seen_size;
		struct seen *old = search->seen;
		search->seen_size = old_size ? old_size * 2 : 256;
		search->seen = calloc(search->seen_size, sizeof *search->seen);
		search->seen_count = 0;
		for (unsigned i = 0; search->seen && i < old_size; i++)
			if (old[i].inode)
				is_new(search, &(struct stat){.st_dev = old[i].device, .st_ino = old[i].inode});
		free(old);
	}
	if (!search->seen)
		die("out of memory");
	unsigned mask = search->seen_size - 1, at = (unsigned)(status->st_ino * 2654435761u) & mask;
	for (; search->seen[at].inode; at = (at + 1) & mask)
		if (search->seen[at].inode == status->st_ino && search->seen[at].device == status->st_dev)
			return false;
	search->seen[at] = (struct seen){status->st_dev, status->st_ino};
	search->seen_count++;
	return true;
}

enum answer { NOT_THERE, NO, YES };

static enum answer scan_file(struct search *search, const char *path)
{
	struct stat status;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return NOT_THERE;
	if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
		close(fd);
		return NOT_THERE;
	}
	enum answer answer = NO;
	if (is_new(search, &status)) {
		size_t size = (size_t)status.st_size, length = 0;
		char *text = malloc(size + 1);
		for (ssize_t got; text && length < size && (got = read(fd, text + length, size - length)) > 0;)
			length += (size_t)got;
		answer = !text || length < size || search->seen_count > MOST_FILES || scan_has_word(text, length) ||
						 scan_text(search, path, text, length)
					 ? YES
					 : NO;
		free(text);
	}
	close(fd);
	return answer;
}

static enum answer scan_in(struct search *search, const char *const *folders, unsigned count, const char *name,
						   size_t length)
{
	char path[4096];
	for (unsigned i = 0; i < count; i++) {
		size_t folder = strlen(folders[i]);
		if (folder + length + 2 > sizeof path)
			return YES;
		memcpy(path, folders[i], folder);
		path[folder] = '/';
		memcpy(path + folder + 1, name, length);
		path[folder + 1 + length] = '\0';
		enum answer answer = scan_file(search, path);
		if (answer != NOT_THERE)
			return answer;
	}
	return NOT_THERE;
}

/* A header that no folder has is the compiler's own, or the back end will say that it is missing. */
static bool scan_header(struct search *search, const char *from, bool quoted, const char *name, size_t length)
{
	enum answer answer = NOT_THERE;
	char folder[4096];
	const char *slash = strrchr(from, '/'), *list[1] = {folder};

	if (name[0] == '/') {
		char *path = strndup(name, length);
		answer = path ? scan_file(search, path) : YES;
		free(path);
		return answer == YES;
	}
	if (quoted) {
		size_t size = slash ? (size_t)(slash - from) : 1;
		if (size >= sizeof folder)
			return true;
		memcpy(folder, slash ? from : ".", size);
		folder[size] = '\0';
		answer = scan_in(search, list, 1, name, length);
		if (answer == NOT_THERE)
			answer = scan_in(search, search->quoted, search->quoted_count, name, length);
	}
	if (answer == NOT_THERE)
		answer = scan_in(search, search->bracketed, search->bracketed_count, name, length);
	return answer == YES;
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

/* The directive after its '#'; whether it includes a file that may have directives. */
static bool scan_directive(struct search *search, const char *path, const char *at, const char *end)
{
	at = skip_blanks(at, end);
	if (at < end && (*at == '/' || *at == '\\'))
		return true; /* a comment or a continued line: too rare to take apart here */
	if (end - at < 8 || (memcmp(at, "include", 7) != 0 && memcmp(at, "import", 6) != 0))
		return false;
	while (at < end && is_word_byte(*at))
		at++;
	at = skip_blanks(at, end);
	if (at == end || (*at != '"' && *at != '<'))
		return true; /* named by a macro */
	char closing = *at == '"' ? '"' : '>';
	const char *name = at + 1, *stop = memchr(name, closing, (size_t)(end - name));
	return stop && scan_header(search, path, closing == '"', name, (size_t)(stop - name));
}

static bool scan_text(struct search *search, const char *path, const char *text, size_t size)
{
	const char *end = text + size;

	for (const char *line = text; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		stop = stop ? stop : end;
		const char *at = skip_blanks(line, stop);
		if (stop - at >= 2 && memcmp(at, "%:", 2) == 0)
			at++;
		if (at < stop && (*at == '#' || *at == ':') && scan_directive(search, path, at + 1, stop))
			return true;
		line = stop + 1;
	}
	return false;
}

static void add_folder(struct search *search, const char ***list, unsigned *count, const char *folder)
{
	if (*count < search->capacity)
		(*list)[(*count)++] = *folder ? folder : ".";
}

static void add_path_variable(struct search *search, const char *variable)
{
	const char *value = getenv(variable);
	while (value && *value && search->bracketed_count < search->capacity) {
		size_t length = strcspn(value, ":");
		add_folder(search, &search->bracketed, &search->bracketed_count,
				   arena_strndup(search->driver->arena, value, length));
		value += length + (value[length] == ':');
	}
}

/* Two rounds: -I before everything else, as the preprocessor has it. */
static void add_folders(struct search *search)
{
	struct options *options = &search->driver->options;
	static const char *const rounds[][3] = {{"-I"}, {"-isystem"}, {"-idirafter", "-isystem-after", "-iwithprefix"}};

	for (unsigned i = 0; i < options->count; i++)
		if (options->arguments[i].value && strncmp(options->arguments[i].words[0], "-iquote", 7) == 0)
			add_folder(search, &search->quoted, &search->quoted_count, options->arguments[i].value);
	for (unsigned round = 0; round < 3; round++) {
		if (round == 1)
			add_path_variable(search, "CPATH");
		if (round == 2) {
			add_path_variable(search, "C_INCLUDE_PATH");
			add_folder(search, &search->bracketed, &search->bracketed_count, "/usr/local/include");
			add_folder(search, &search->bracketed, &search->bracketed_count, "/usr/include");
		}
		for (unsigned i = 0; i < options->count; i++)
			for (unsigned j = 0; j < 3 && rounds[round][j] && options->arguments[i].value; j++)
				if (options->arguments[i].role == ROLE_PREPROCESS &&
					strncmp(options->arguments[i].words[0], rounds[round][j], strlen(rounds[round][j])) == 0 &&
					(round != 0 || strncmp(options->arguments[i].words[0], "-I-", 3) != 0))
					add_folder(search, &search->bracketed, &search->bracketed_count, options->arguments[i].value);
	}
}

bool scan_with_includes(struct driver *driver, const char *path, const char *text, size_t size)
{
	struct search search = {.driver = driver, .capacity = driver->options.count + 64};
	struct options *options = &driver->options;
	bool found = scan_has_word(text, size);

	for (unsigned i = 0; !found && i < options->count; i++) /* -D'PRAGMA=_Pragma("omp ...")' */
		found = options->arguments[i].role == ROLE_PREPROCESS && options->arguments[i].value &&
				strncmp(options->arguments[i].words[0], "-D", 2) == 0 &&
				scan_has_word(options->arguments[i].value, strlen(options->arguments[i].value));
	if (found)
		return true;
	search.quoted = arena_alloc(driver->arena, search.capacity * sizeof *search.quoted);
	search.bracketed = arena_alloc(driver->arena, search.capacity * sizeof *search.bracketed);
	add_folders(&search);
	for (unsigned i = 0; !found && i < options->count; i++) {
		const struct argument *argument = &options->arguments[i];
		bool include = argument->value &&
					   (strcmp(argument->words[0], "-include") == 0 || strcmp(argument->words[0], "-imacros") == 0);
		found = include && scan_header(&search, "", true, argument->value, strlen(argument->value));
	}
	found = found || scan_text(&search, path, text, size);
	free(search.seen);
	return found;
}
