#include "headers.h"

#include "diagnostic.h"
#include "preprocess.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* An #include line, in the source or in a header. */
struct inclusion {
	CXFile file;          /* where it is written */
	CXFile target;        /* what it includes */
	const char *name;     /* as written, without quotes */
	unsigned start;       /* of its # */
	bool opened;          /* the source's: it brings in a header in need */
};

/* A header that mentions pragmas. */
struct header {
	CXFile file;
	unsigned instances;   /* how many times it was read */
	bool in_need;
};

struct survey {
	struct source *source;
	struct header *headers;
	unsigned header_count, header_capacity;
	struct inclusion *inclusions;
	unsigned inclusion_count, inclusion_capacity;
	const char *mention;  /* for headers_mention */
	bool mentioned;
};

/* Makes room in the arena for one object more. */
static void *grow(struct arena *arena, void *objects, unsigned count, unsigned *capacity, size_t size)
{
	if (count < *capacity)
		return objects;
	*capacity = *capacity ? 2 * *capacity : 64;
	void *larger = arena_alloc(arena, *capacity * size);
	if (count)
		memcpy(larger, objects, count * size);
	return larger;
}

/* The name of a file as libclang knows it; "./" in front, which libclang adds for the working directory, goes. */
static const char *file_name(struct source *source, CXFile file)
{
	const char *name = source_string(source, clang_getFileName(file));
	while (strncmp(name, "./", 2) == 0 && name[2] != '\0')
		name += 2;
	return name;
}

static const char *real_path(struct source *source, CXFile file)
{
	const char *name = source_string(source, clang_File_tryGetRealPathName(file));
	char *path = *name == '/' ? NULL : realpath(file_name(source, file), NULL);
	if (path)
		name = arena_strdup(source->arena, path);
	free(path);
	return *name ? name : file_name(source, file);
}

static bool in_directory(const char *path, const char *directory)
{
	size_t length = directory ? strlen(directory) : 0;
	return length && strncmp(path, directory, length) == 0 && path[length] == '/';
}

/* ppcc's own headers, and those of the compilers that stand for them. */
static bool is_openmp_header(struct source *source, CXFile file)
{
	const char *name = file_name(source, file);
	const char *slash = strrchr(name, '/');
	return in_directory(name, source->options->include_dir) || strcmp(slash ? slash + 1 : name, "omp.h") == 0;
}

static struct header *find_header(struct survey *survey, CXFile file)
{
	for (unsigned i = 0; i < survey->header_count; i++)
		if (clang_File_isEqual(survey->headers[i].file, file))
			return &survey->headers[i];
	return NULL;
}

/* For clang_getInclusions: enters each header that may need to be spliced in. */
static void collect_header(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
	struct survey *survey = data;
	struct source *source = survey->source;
	struct header *header = find_header(survey, file);
	size_t size;
	(void)stack;

	if (header) {
		header->instances++;
		return;
	}
	if (depth == 0 || is_openmp_header(source, file))
		return;
	const char *content = clang_getFileContents(source->unit, file, &size);
	bool system = clang_Location_isInSystemHeader(clang_getLocationForOffset(source->unit, file, 0));
	if (system && !text_mentions(content, size, "pragma omp"))
		return;
	survey->headers = grow(source->arena, survey->headers, survey->header_count, &survey->header_capacity,
	                       sizeof *survey->headers);
	survey->headers[survey->header_count++] = (struct header){.file = file, .instances = 1};
}

/* The index of the first token at or after index that is no comment. */
static unsigned skip_comments(const struct source *source, unsigned index)
{
	while (index < source->token_count && source->tokens[index].kind == CXToken_Comment)
		index++;
	return index;
}

/* Whether the token is the # of `# first second`. */
static bool is_directive(const struct source *source, unsigned index, const char *first, const char *second)
{
	if (!source->tokens[index].directive ||
	    !(source_token_is(source, index, "#") || source_token_is(source, index, "%:") ||
	      source_token_is(source, index, "?\?=")))
		return false;
	unsigned word = skip_comments(source, index + 1);
	return source_token_is(source, word, first) &&
	       (!second || source_token_is(source, skip_comments(source, word + 1), second));
}

/* Whether a header's own text holds a pragma that is live; of one that was read more than once, any counts. */
static bool holds_pragma(const struct source *header, bool once)
{
	for (unsigned i = 0; i < header->token_count; i++) {
		if (header->tokens[i].skipped && once)
			continue;
		if (is_directive(header, i, "pragma", "omp"))
			return true;
		if (!header->tokens[i].directive && pragma_operator_end(header, i))
			return true;
	}
	return false;
}

static void judge_headers(struct survey *survey, const struct macros *macros)
{
	for (unsigned i = 0; i < survey->header_count; i++) {
		struct header *header = &survey->headers[i];
		size_t size;
		const char *content = clang_getFileContents(survey->source->unit, header->file, &size);
		if (text_mentions(content, size, "omp") && text_mentions(content, size, "ragma")) {
			struct source view;
			source_view(survey->source, header->file, &view);
			header->in_need = holds_pragma(&view, header->instances == 1);
		}
		for (unsigned k = 0; macros && k < macros->foreign_count && !header->in_need; k++)
			header->in_need = clang_File_isEqual(macros->foreign[k].file, header->file);
	}
}

static enum CXChildVisitResult collect_inclusion(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct survey *survey = data;
	struct inclusion inclusion = {0};
	(void)parent;

	if (clang_getCursorKind(cursor) != CXCursor_InclusionDirective)
		return CXChildVisit_Continue;
	clang_getFileLocation(clang_getCursorLocation(cursor), &inclusion.file, NULL, NULL, &inclusion.start);
	inclusion.target = clang_getIncludedFile(cursor);
	if (!inclusion.file || !inclusion.target)
		return CXChildVisit_Continue;
	inclusion.name = source_string(survey->source, clang_getCursorSpelling(cursor));
	survey->inclusions = grow(survey->source->arena, survey->inclusions, survey->inclusion_count,
	                          &survey->inclusion_capacity, sizeof *survey->inclusions);
	survey->inclusions[survey->inclusion_count++] = inclusion;
	return CXChildVisit_Continue;
}

/* The inclusion whose line holds the offset of a file. */
static struct inclusion *inclusion_before(struct survey *survey, CXFile file, unsigned offset)
{
	struct inclusion *found = NULL;
	for (unsigned i = 0; i < survey->inclusion_count; i++) {
		struct inclusion *one = &survey->inclusions[i];
		if (clang_File_isEqual(one->file, file) && one->start <= offset && (!found || one->start > found->start))
			found = one;
	}
	return found;
}

/* For clang_getInclusions: marks the source's #include line through which a header in need came. */
static void open_inclusion(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
	struct survey *survey = data;
	struct header *header = find_header(survey, file);

	if (depth == 0 || !header || !header->in_need)
		return;
	struct inclusion *inclusion =
		inclusion_before(survey, survey->source->file, source_file_offset(stack[depth - 1]));
	if (inclusion)
		inclusion->opened = true;
}

static bool is_include(const struct source *source, unsigned index)
{
	return is_directive(source, index, "include", NULL) || is_directive(source, index, "include_next", NULL);
}

/* The end (a token's index) of the outermost block that token `index`, a '{', opens.  Sets what is in it. */
static unsigned look_into_block(const struct source *source, unsigned index, bool *pragma, bool *include)
{
	int depth = 0;
	*pragma = *include = false;
	for (; index < source->token_count; index++) {
		const struct token *token = &source->tokens[index];
		if (token->skipped)
			continue;
		*pragma |= is_directive(source, index, "pragma", "omp");
		*include |= is_include(source, index);
		if (token->directive || token->kind != CXToken_Punctuation)
			continue;
		if (source_token_is(source, index, "{"))
			depth++;
		else if (source_token_is(source, index, "}") && --depth == 0)
			return index;
	}
	return index;
}

/* Marks the #include lines in functions that hold directives: what they bring is a part of the function.  Without
   inclusions collected, only tells whether there are any. */
static bool open_in_functions(struct survey *survey)
{
	struct source *source = survey->source;
	bool found = false;

	for (unsigned i = 0; i < source->token_count; i++) {
		bool pragma, include;
		if (source->tokens[i].directive || source->tokens[i].skipped || !source_token_is(source, i, "{"))
			continue;
		unsigned end = look_into_block(source, i, &pragma, &include);
		for (; pragma && include && i < end; i++) {
			if (source->tokens[i].skipped || !is_include(source, i))
				continue;
			struct inclusion *inclusion = inclusion_before(survey, source->file, source_directive_end(source, i));
			found = true;
			if (inclusion && inclusion->start >= source->tokens[i].start)
				inclusion->opened = true;
		}
		i = end;
	}
	return found;
}

/* A path by which the source can name a file: relative to the source's directory when the file is below that. */
static const char *path_from_source(struct source *source, CXFile file)
{
	const char *path = file_name(source, file), *directory = path_directory(source->arena, source->name);

	if (*directory && in_directory(path, directory))
		return path + strlen(directory) + 1;
	if (!*directory && *path != '/' && strncmp(path, "../", 3) != 0)
		return path;
	return real_path(source, file);
}

static const char *join(struct arena *arena, const char *directory, const char *name)
{
	return *directory && *name != '/' ? arena_printf(arena, "%s/%s", directory, name) : name;
}

/* How an #include line of a header must be written in the source instead; null when it can stay as it is. */
static const char *include_spelling(struct source *source, const struct source *header, unsigned index,
                                    const struct inclusion *inclusion)
{
	unsigned word = skip_comments(header, index + 1), operand = skip_comments(header, word + 1);
	const char *source_directory = path_directory(source->arena, source->name);
	const char *header_directory = path_directory(source->arena, file_name(source, header->file));
	struct stat status;

	if (source_token_is(header, word, "include_next"))
		return real_path(source, inclusion->target);
	if (source_token_is(header, operand, "<") || strcmp(source_directory, header_directory) == 0)
		return NULL;
	const char *beside_header = join(source->arena, header_directory, inclusion->name);
	const char *beside_source = join(source->arena, source_directory, inclusion->name);
	if (strcmp(file_name(source, inclusion->target), beside_header) == 0)
		return path_from_source(source, inclusion->target);
	return stat(beside_source, &status) == 0 ? real_path(source, inclusion->target) : NULL;
}

/* Adds the text of a header as it must stand in the source.  *once tells whether it has #pragma once. */
static void add_header_text(struct survey *survey, CXFile file, struct text *text, bool *once)
{
	struct source view;
	unsigned at = 0;

	source_view(survey->source, file, &view);
	if (view.size >= 3 && memcmp(view.text, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	for (unsigned i = 0; i < view.token_count; i++) {
		struct token *token = &view.tokens[i];
		if (is_directive(&view, i, "pragma", "once")) {
			*once = true;
			text_add(text, view.text + at, token->start - at);
			at = source_directive_end(&view, i);
		} else if (is_include(&view, i)) {
			const struct inclusion *inclusion = inclusion_before(survey, file, source_directive_end(&view, i));
			const char *spelling = NULL;
			if (inclusion && inclusion->start >= token->start)
				spelling = include_spelling(survey->source, &view, i, inclusion);
			if (!spelling)
				continue;
			text_add(text, view.text + at, token->start - at);
			text_printf(text, "#include \"%s\"", spelling);
			at = source_directive_end(&view, i);
		}
	}
	text_add(text, view.text + at, view.size - at);
	if (text->length && text->data[text->length - 1] != '\n')
		text_adds(text, "\n");
}

static bool is_listed(const struct once_list *list, const char *path)
{
	for (unsigned i = 0; i < list->count; i++)
		if (strcmp(list->paths[i], path) == 0)
			return true;
	return false;
}

static void add_listed(struct arena *arena, struct once_list *list, const char *path)
{
	list->paths = grow(arena, list->paths, list->count, &list->capacity, sizeof *list->paths);
	list->paths[list->count++] = path;
}

/* Adds the header in place of the #include line that ends at `end`. */
static void splice(struct survey *survey, const struct inclusion *inclusion, unsigned end, struct once_list *list,
                   struct text *text)
{
	struct source *source = survey->source;
	struct place place = source_place(source, end);
	const char *name = quoted(source->arena, place.file);
	const char *path = real_path(source, inclusion->target);
	bool system =
		clang_Location_isInSystemHeader(clang_getLocationForOffset(source->unit, inclusion->target, 0));
	bool once = false;

	if (is_listed(list, path))
		return;
	if (text->length && text->data[text->length - 1] != '\n')
		text_adds(text, "\n");
	const char *header_name = quoted(source->arena, file_name(source, inclusion->target));
	if (system)
		text_printf(text, "# 1 \"%s\" 3\n", header_name);
	else
		text_printf(text, "#line 1 \"%s\"\n", header_name);
	add_header_text(survey, inclusion->target, text, &once);
	text_printf(text, system ? "# %u \"%s\"" : "#line %u \"%s\"", place.line + 1, name);
	if (once)
		add_listed(source->arena, list, path);
}

static bool rewrite(struct survey *survey, struct once_list *list)
{
	struct source *source = survey->source;
	struct text text = {0};
	unsigned at = 0;
	bool changed = false;

	for (unsigned i = 0; i < source->token_count; i++) {
		unsigned start = source->tokens[i].start;
		if (!source->tokens[i].directive || source->tokens[i].skipped || start < at)
			continue;
		if (!is_include(source, i))
			continue;
		unsigned end = source_directive_end(source, i);
		const struct inclusion *inclusion = inclusion_before(survey, source->file, end);
		if (!inclusion || inclusion->start < start)
			continue;
		if (!inclusion->opened && !is_listed(list, real_path(source, inclusion->target)))
			continue;
		text_add(&text, source->text + at, start - at);
		splice(survey, inclusion, end, list, &text);
		at = end;
		changed = true;
	}
	if (changed) {
		text_add(&text, source->text + at, source->size - at);
		source_set_text(source, text.data, text.length);
	}
	text_release(&text);
	return changed;
}

bool headers_splice(struct source *source, const struct macros *macros, struct once_list *once)
{
	struct survey survey = {.source = source};
	bool needed = once->count > 0;

	clang_getInclusions(source->unit, collect_header, &survey);
	judge_headers(&survey, macros);
	for (unsigned i = 0; i < survey.header_count; i++)
		needed |= survey.headers[i].in_need;
	needed |= open_in_functions(&survey);
	if (!needed)
		return false;
	clang_visitChildren(clang_getTranslationUnitCursor(source->unit), collect_inclusion, &survey);
	open_in_functions(&survey);
	clang_getInclusions(source->unit, open_inclusion, &survey);
	return rewrite(&survey, once);
}

/* For clang_getInclusions. */
static void look_for_mention(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
	struct survey *survey = data;
	struct source *source = survey->source;
	size_t size;
	(void)stack;

	if (survey->mentioned || depth == 0)
		return;
	const char *content = clang_getFileContents(source->unit, file, &size);
	if (!text_mentions(content, size, survey->mention))
		return;
	survey->mentioned = !clang_Location_isInSystemHeader(clang_getLocationForOffset(source->unit, file, 0)) ||
	                    text_mentions(content, size, "\"omp ");
}

bool headers_mention(struct source *source, const char *string)
{
	struct survey survey = {.source = source, .mention = string};

	survey.mentioned = text_mentions(source->text, source->size, string);
	if (!survey.mentioned)
		clang_getInclusions(source->unit, look_for_mention, &survey);
	return survey.mentioned;
}
