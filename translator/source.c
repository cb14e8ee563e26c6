#include "source.h"

#include "clang_arguments.h"
#include "diagnostic.h"
#include "text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LARGEST_FILE = 256 << 20 }; /* bytes */

/* Reads all of stream into content. Returns an error message, or null when all went well. */
static const char *read_stream(FILE *stream, struct text *content)
{
	char buffer[1 << 14];
	size_t count;

	while ((count = fread(buffer, 1, sizeof buffer, stream)) > 0) {
		if (memchr(buffer, '\0', count))
			return "is not a text file: it holds a NUL byte";
		text_add(content, buffer, count);
		if (content->length > LARGEST_FILE)
			return "is larger than 256 MiB";
	}
	return ferror(stream) ? strerror(errno) : NULL;
}

static bool read_file(const char *path, const char *name, struct text *content)
{
	bool standard_input = strcmp(path, "-") == 0;
	FILE *stream = standard_input ? stdin : fopen(path, "rb");
	struct stat status;
	const char *problem = NULL;

	if (!stream || fstat(fileno(stream), &status) != 0)
		problem = strerror(errno);
	else if (S_ISDIR(status.st_mode))
		problem = "is a directory";
	else if (S_ISREG(status.st_mode) && status.st_size > LARGEST_FILE)
		problem = "is larger than 256 MiB";
	else
		problem = read_stream(stream, content);
	if (stream && !standard_input)
		fclose(stream);
	if (problem)
		error_plain("%s: %s", name, problem);
	return !problem;
}

bool source_read(struct source *source, struct arena *arena, const struct source_options *options, const char *text,
                 size_t size)
{
	*source = (struct source){.arena = arena, .options = options};
	source->name = strcmp(options->path, "-") == 0 ? "<stdin>" : arena_strdup(arena, options->path);
	if (text) {
		source_set_text(source, text, size);
		source->written = source->text;
		return true;
	}
	struct text content = {0};
	bool good = read_file(options->path, source->name, &content);
	if (good)
		source_set_text(source, content.data ? content.data : "", content.length);
	source->written = source->text;
	text_release(&content);
	return good;
}

static void forget_parse(struct source *source)
{
	if (source->unit)
		clang_disposeTranslationUnit(source->unit);
	source->unit = NULL;
	source->file = NULL;
	source->tokens = NULL;
	source->token_count = 0;
	source->origins = NULL;
	source->origin_count = 0;
}

void source_set_text(struct source *source, const char *text, size_t size)
{
	source->text = arena_strndup(source->arena, text, size);
	source->size = (unsigned)size;
	forget_parse(source);
}

void source_release(struct source *source)
{
	forget_parse(source);
	if (source->index)
		clang_disposeIndex(source->index);
	source->index = NULL;
}

static bool is_file_location(CXFile file, const struct source *source)
{
	return file && clang_File_isEqual(file, source->file);
}

/* The ends of a range in source->file. */
static void range_offsets(CXSourceRange range, unsigned *start, unsigned *end)
{
	clang_getFileLocation(clang_getRangeStart(range), NULL, NULL, NULL, start);
	clang_getFileLocation(clang_getRangeEnd(range), NULL, NULL, NULL, end);
}

/* Whether text[start, end), which is white space and line splices, ends a logical line. */
static bool ends_line(const char *text, unsigned start, unsigned end)
{
	for (unsigned at = start; at < end; at++) {
		if (text[at] != '\n')
			continue;
		unsigned before = at;
		while (before > start && (text[before - 1] == ' ' || text[before - 1] == '\t' || text[before - 1] == '\r'))
			before--;
		if (before == start || text[before - 1] != '\\')
			return true;
	}
	return false;
}

static bool is_hash(const struct source *source, const struct token *token)
{
	const char *text = source->text + token->start;
	unsigned length = token->end - token->start;
	return token->kind == CXToken_Punctuation &&
	       ((length == 1 && *text == '#') || (length == 2 && memcmp(text, "%:", 2) == 0) ||
	        (length == 3 && memcmp(text, "?\?=", 3) == 0));
}

/* Sets the directive flag: from a # that is first on its logical line (comments apart) to the end of that line. */
static void mark_directives(struct source *source)
{
	bool line_start = true, directive = false;
	unsigned end = 0; /* of the token before */

	for (unsigned i = 0; i < source->token_count; i++) {
		struct token *token = &source->tokens[i];
		if (ends_line(source->text, end, token->start)) {
			line_start = true;
			directive = false;
		}
		if (line_start && is_hash(source, token))
			directive = true;
		token->directive = directive;
		if (token->kind != CXToken_Comment)
			line_start = false;
		end = token->end;
	}
}

static void mark_skipped(struct source *source)
{
	CXSourceRangeList *list = clang_getSkippedRanges(source->unit, source->file);

	for (unsigned i = 0; list && i < list->count; i++) {
		unsigned start, end;
		range_offsets(list->ranges[i], &start, &end);
		for (unsigned t = source_token_at(source, start); t < source->token_count; t++) {
			if (source->tokens[t].start >= end)
				break;
			source->tokens[t].skipped = true;
		}
	}
	if (list)
		clang_disposeSourceRangeList(list);
}

static void tokenize(struct source *source)
{
	CXToken *tokens = NULL;
	unsigned count = 0;
	CXSourceLocation start = clang_getLocationForOffset(source->unit, source->file, 0);
	CXSourceLocation end = clang_getLocationForOffset(source->unit, source->file, source->size);

	clang_tokenize(source->unit, clang_getRange(start, end), &tokens, &count);
	source->tokens = arena_alloc(source->arena, (count + 1) * sizeof *source->tokens);
	source->token_count = count;
	for (unsigned i = 0; i < count; i++) {
		struct token *token = &source->tokens[i];
		range_offsets(clang_getTokenExtent(source->unit, tokens[i]), &token->start, &token->end);
		token->kind = clang_getTokenKind(tokens[i]);
	}
	clang_disposeTokens(source->unit, tokens, count);
	mark_directives(source);
	mark_skipped(source);
}

CXTranslationUnit source_parse_text(struct source *source, const char *text, size_t size, const char *const *extra)
{
	struct clang_arguments arguments;
	struct CXUnsavedFile files[2] = {
		{.Filename = source->name, .Contents = text, .Length = size},
		{.Filename = clang_prelude_name, .Contents = clang_prelude, .Length = strlen(clang_prelude)},
	};
	CXTranslationUnit unit = NULL;

	if (!source->index)
		source->index = clang_createIndex(0, 0);
	clang_arguments_make(&arguments, source, extra);
	enum CXErrorCode code = clang_parseTranslationUnit2(
		source->index, source->name, arguments.words, arguments.count, files, 2,
		CXTranslationUnit_DetailedPreprocessingRecord | CXTranslationUnit_KeepGoing, &unit);
	if (code != CXError_Success || !unit) {
		error_plain("%s: libclang could not read this file (error %d)", source->name, (int)code);
		return NULL;
	}
	return unit;
}

static void find_origins(struct source *source);

bool source_parse(struct source *source)
{
	forget_parse(source);
	source->unit = source_parse_text(source, source->text, source->size, NULL);
	if (!source->unit)
		return false;
	source->file = clang_getFile(source->unit, source->name);
	if (!source->file) {
		error_plain("%s: libclang does not know this file", source->name);
		return false;
	}
	tokenize(source);
	find_origins(source);
	return true;
}

void source_view(struct source *source, CXFile file, struct source *view)
{
	size_t size = 0;
	const char *text = clang_getFileContents(source->unit, file, &size);

	*view = (struct source){.arena = source->arena, .options = source->options, .unit = source->unit, .file = file};
	view->name = source_string(source, clang_getFileName(file));
	view->text = arena_strndup(source->arena, text ? text : "", size);
	view->size = (unsigned)size;
	tokenize(view);
}

unsigned source_directive_end(const struct source *source, unsigned index)
{
	unsigned end = source->tokens[index].end;

	while (++index < source->token_count && !ends_line(source->text, end, source->tokens[index].start))
		end = source->tokens[index].end;
	return end;
}

unsigned source_token_at(const struct source *source, unsigned offset)
{
	unsigned low = 0, high = source->token_count;

	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (source->tokens[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

unsigned source_program_token(const struct source *source, unsigned index)
{
	while (index < source->token_count) {
		const struct token *token = &source->tokens[index];
		if (token->kind != CXToken_Comment && !token->directive && !token->skipped)
			break;
		index++;
	}
	return index;
}

bool source_token_is(const struct source *source, unsigned index, const char *spelling)
{
	if (index >= source->token_count)
		return false;
	const struct token *token = &source->tokens[index];
	size_t length = strlen(spelling);
	return token->end - token->start == length && memcmp(source->text + token->start, spelling, length) == 0;
}

/* A `#line N "file"` or `# N "file"` at text: its parts; false when it is none.  *file stays as it is when there is no name. */
static bool read_line_directive(struct source *source, const char *text, unsigned *line, const char **file)
{
	text += strspn(text, " \t");
	if (*text++ != '#')
		return false;
	text += strspn(text, " \t");
	if (strncmp(text, "line", 4) == 0)
		text += 4 + strspn(text + 4, " \t");
	if (*text < '0' || *text > '9')
		return false;
	char *end;
	*line = (unsigned)strtoul(text, &end, 10);
	end += strspn(end, " \t");
	size_t length = *end == '"' ? strcspn(end + 1, "\"\n") : 0;
	if (length)
		*file = arena_strndup(source->arena, end + 1, length);
	return true;
}

/* source_place while the text is not parsed. */
static struct place place_by_lines(struct source *source, unsigned offset)
{
	struct place place = {.file = source->name, .line = 1};
	unsigned start = 0; /* of the line */

	for (;;) {
		const char *newline = memchr(source->text + start, '\n', source->size - start);
		unsigned next = newline ? (unsigned)(newline - source->text) + 1 : source->size;
		if (!newline || next > offset)
			break;
		if (!read_line_directive(source, source->text + start, &place.line, &place.file))
			place.line++;
		start = next;
	}
	place.column = offset - start + 1;
	return place;
}

/* From `offset`, the start of a line, on: the user's file and line number. */
struct line_origin {
	const char *file;
	unsigned offset, line;
};

static void add_origin(struct source *source, unsigned offset)
{
	CXString name;
	struct line_origin *origin = &source->origins[source->origin_count++];

	origin->offset = offset;
	/* the start of a line is in no macro argument, where libclang would answer with the place of the invocation */
	clang_getPresumedLocation(clang_getLocationForOffset(source->unit, source->file, offset), &name, &origin->line, NULL);
	origin->file = source_string(source, name);
}

/* Whether the token is the # of a directive that sets the line: #line N or # N. */
static bool sets_line(const struct source *source, unsigned index)
{
	const struct token *token = &source->tokens[index];
	if (!token->directive || token->skipped || !is_hash(source, token))
		return false;
	return index + 1 < source->token_count && token[1].directive &&
	       (token[1].kind == CXToken_Literal || source_token_is(source, index + 1, "line"));
}

static void find_lines(struct source *source)
{
	source->line_count = 1;
	for (unsigned at = 0; at < source->size; at++)
		source->line_count += source->text[at] == '\n';
	source->lines = arena_alloc(source->arena, source->line_count * sizeof *source->lines);
	for (unsigned at = 0, line = 1; at < source->size; at++)
		if (source->text[at] == '\n')
			source->lines[line++] = at + 1;
}

/* The index of the physical line that holds the offset. */
static unsigned find_line(const struct source *source, unsigned offset)
{
	unsigned low = 0, high = source->line_count;

	while (high - low > 1) {
		unsigned middle = low + (high - low) / 2;
		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void find_origins(struct source *source)
{
	unsigned count = 0;

	find_lines(source);
	for (unsigned i = 0; i < source->token_count; i++)
		count += sets_line(source, i);
	source->origin_count = 0;
	source->origins = arena_alloc(source->arena, (count + 1) * sizeof *source->origins);
	source->origins[source->origin_count++] = (struct line_origin){.file = source->name, .line = 1};
	for (unsigned i = 0; i < source->token_count; i++) {
		unsigned next = find_line(source, source->tokens[i].start) + 1;
		if (sets_line(source, i) && next < source->line_count)
			add_origin(source, source->lines[next]);
	}
}

struct place source_place(struct source *source, unsigned offset)
{
	if (offset > source->size)
		offset = source->size;
	if (!source->origins)
		return place_by_lines(source, offset);

	unsigned low = 0, high = source->origin_count;
	while (high - low > 1) {
		unsigned middle = low + (high - low) / 2;
		if (source->origins[middle].offset <= offset)
			low = middle;
		else
			high = middle;
	}
	const struct line_origin *origin = &source->origins[low];
	unsigned line = find_line(source, offset);
	return (struct place){
		.file = origin->file,
		.line = origin->line + line - find_line(source, origin->offset),
		.column = offset - source->lines[line] + 1,
	};
}

unsigned source_expansion_offset(CXSourceLocation location)
{
	unsigned offset;
	clang_getExpansionLocation(location, NULL, NULL, NULL, &offset);
	return offset;
}

unsigned source_file_offset(CXSourceLocation location)
{
	unsigned offset;
	clang_getFileLocation(location, NULL, NULL, NULL, &offset);
	return offset;
}

bool source_contains(const struct source *source, CXSourceLocation location)
{
	CXFile file;
	clang_getExpansionLocation(location, &file, NULL, NULL, NULL);
	return is_file_location(file, source);
}

char *source_string(struct source *source, CXString string)
{
	const char *text = clang_getCString(string);
	char *copy = arena_strdup(source->arena, text ? text : "");
	clang_disposeString(string);
	return copy;
}

/* The offset in source->text of the #include line through which `file` came in. */
struct inclusion {
	const struct source *source;
	CXFile file;
	unsigned offset;
};

static void find_inclusion(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
	struct inclusion *inclusion = data;
	if (depth && clang_File_isEqual(file, inclusion->file))
		inclusion->offset = source_expansion_offset(stack[depth - 1]);
}

/* Prints an error of libclang that is in another file than the source. */
static void print_header_error(struct source *source, CXSourceLocation location, const char *message)
{
	struct inclusion inclusion = {.source = source};
	CXString name;
	unsigned line, column;

	clang_getExpansionLocation(location, &inclusion.file, NULL, NULL, NULL);
	if (!inclusion.file) {
		error_plain("%s: %s", source->name, message);
		source->errors++;
		return;
	}
	clang_getInclusions(source->unit, find_inclusion, &inclusion);
	clang_getPresumedLocation(location, &name, &line, &column);
	error_at(source, inclusion.offset, "in a file included here: %s:%u:%u: %s", clang_getCString(name), line, column,
	         message);
	clang_disposeString(name);
}

/* Errors without which the rest of the file means little.  libclang has no category for them. */
static bool is_missing_header(const char *message)
{
	const char *end = strstr(message, "' file not found");
	return end && strcmp(end, "' file not found") == 0;
}

bool source_check_errors(struct source *source, bool (*matters)(struct source *, unsigned offset, void *), void *context)
{
	bool good = true;
	unsigned count = clang_getNumDiagnostics(source->unit);

	for (unsigned i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(source->unit, i);
		enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
		CXSourceLocation location = clang_getDiagnosticLocation(diagnostic);
		bool here = source_contains(source, location);
		unsigned offset = here ? source_expansion_offset(location) : 0;
		char *message = source_string(source, clang_getDiagnosticSpelling(diagnostic));
		bool wanted = severity == CXDiagnostic_Fatal || (severity == CXDiagnostic_Error && is_missing_header(message)) ||
		              (severity == CXDiagnostic_Error && here && matters && matters(source, offset, context));
		if (wanted) {
			if (here)
				error_at(source, offset, "%s", message);
			else
				print_header_error(source, location, message);
			good = false;
		}
		clang_disposeDiagnostic(diagnostic);
	}
	return good;
}

bool source_is_c90(const struct source *source)
{
	static const char *const names[] = {"-ansi", "-std=c89", "-std=gnu89", "-std=c90", "-std=gnu90", "-std=iso9899:1990", "-std=iso9899:199409"};
	bool c90 = false;
	for (const char *const *flag = source->options->cpp; *flag; flag++) {
		if (strncmp(*flag, "-std=", 5) && strcmp(*flag, "-ansi"))
			continue;
		c90 = false;
		for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
			c90 |= !strcmp(*flag, names[i]);
	}
	return c90;
}

bool source_char_is_unsigned(const struct source *source)
{
#ifdef __CHAR_UNSIGNED__
	bool is_unsigned = true;
#else
	bool is_unsigned = false;
#endif
	for (const char *const *flag = source->options->cpp; *flag; flag++) {
		if (!strcmp(*flag, "-funsigned-char") || !strcmp(*flag, "-fno-signed-char"))
			is_unsigned = true;
		else if (!strcmp(*flag, "-fsigned-char") || !strcmp(*flag, "-fno-unsigned-char"))
			is_unsigned = false;
	}
	return is_unsigned;
}

unsigned source_declaration_end(const struct source *source, unsigned start)
{
	int depth = 0;
	for (unsigned i = source_token_at(source, start); i < source->token_count; i++) {
		if (source->tokens[i].kind != CXToken_Punctuation)
			continue;
		char c = source->text[source->tokens[i].start];
		if (strchr("({[", c))
			depth++;
		else if (strchr(")}]", c))
			depth--;
		else if (c == ';' && depth == 0)
			return source->tokens[i].end;
	}
	return source->size;
}
