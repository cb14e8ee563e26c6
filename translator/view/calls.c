/* calls.c - what the runtime's headers say of the functions that translations call. */
#include "scan.h"
#include "template.h"
#include "view/model.h"

#include <ctype.h>
#include <string.h>

/* The files of this folder and the runtime's headers; made by the build. */
extern const struct template_file view_files[];

static bool is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* text[from, to) on one line. */
static const char *folded(struct arena *arena, const char *from, const char *to)
{
	char *result = arena_strndup(arena, from, (size_t)(to - from)), *out = result;
	for (const char *in = result; *in; in++)
		if (!isspace((unsigned char)*in))
			*out++ = *in;
		else if (out > result && out[-1] != ' ')
			*out++ = ' ';
	while (out > result && out[-1] == ' ')
		out--;
	*out = '\0';
	return result;
}

/* The comment that ends right before the line that `at` is on; null: there is none, or it is a heading. */
static const char *comment_before(struct arena *arena, const char *header, const char *at)
{
	while (at > header && at[-1] != '\n')
		at--;
	const char *end = at;
	while (end > header && isspace((unsigned char)end[-1]))
		end--;
	size_t newlines = 0;
	for (const char *c = end; c < at; c++)
		newlines += *c == '\n';
	if (newlines != 1 || end - header < 4 || strncmp(end - 2, "*/", 2))
		return NULL;
	const char *start = end - 2;
	while (start > header && strncmp(start, "/*", 2))
		start--;
	return strncmp(start, "/* --", 5) ? folded(arena, start + 2, end - 2) : NULL;
}

/* The comment on the line on which a declaration ends. */
static const char *comment_after(struct arena *arena, const char *end)
{
	const char *stop = end + strcspn(end, "\n"), *start = strstr(end, "/*"), *close = start ? strstr(start, "*/") : NULL;
	return start && start < stop && close ? folded(arena, start + 2, close) : NULL;
}

/* A comment may be about the declarations on several lines that follow one another: that of the first counts. */
static const char *contract_of(struct arena *arena, const char *header, const char *name)
{
	const char *at = name, *comment = comment_before(arena, header, at);
	while (!comment) {
		while (at > header && at[-1] != '\n')
			at--;
		if (at - header < 2 || at[-2] != ';')
			return NULL;
		at--;
		comment = comment_before(arena, header, at);
	}
	return comment;
}

/* Looks in one header for the declaration of a function. */
static bool find_in(struct view_model *model, const char *header, const char *name, struct view_call *call)
{
	size_t length = strlen(name);
	for (const char *at = strstr(header, name); at; at = strstr(at + 1, name)) {
		if (is_name(at[length]) || at == header || is_name(at[-1]) || at[length] != '(')
			continue;
		const char *line = at;
		while (line > header && line[-1] != '\n')
			line--;
		size_t blanks = strspn(line, " \t*/#");
		if (blanks || line == at)
			continue; /* a comment, or a use */
		const char *end = scan_closing(at + length, header + strlen(header));
		end = end ? end + 1 : at + length;
		call->declaration = folded(&model->arena, line, end);
		const char *after = comment_after(&model->arena, end);
		call->contract = *end == ';' && after ? after : contract_of(&model->arena, header, line);
		return true;
	}
	return false;
}

static void note_call(struct view_model *model, const char *name, size_t length)
{
	struct view_call **tail = &model->calls;
	for (; *tail; tail = &(*tail)->next)
		if (strlen((*tail)->name) == length && !memcmp((*tail)->name, name, length))
			return;
	struct view_call call = {.name = arena_strndup(&model->arena, name, length)};
	for (const struct template_file *file = view_files; file->name; file++) {
		if (strcmp(file->target, "ppcc") || !find_in(model, file->text, call.name, &call))
			continue;
		*tail = ARENA_NEW(&model->arena, struct view_call);
		**tail = call;
		return;
	}
}

void view_find_calls(struct view_model *model)
{
	static const char prefix[] = "ppcc_";
	for (const struct view_file *file = model->files; file; file = file->next) {
		for (const struct view_text *text = file->texts; text; text = text->next) {
			for (const char *at = strstr(text->text, prefix); at; at = strstr(at, prefix)) {
				size_t length = 0;
				while (is_name(at[length]))
					length++;
				if (at[length] == '(' && (at == text->text || !is_name(at[-1])))
					note_call(model, at, length);
				at += length;
			}
		}
	}
}
