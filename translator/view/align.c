/* align.c - which lines of a text are also in another, in the same order: the longest common subsequence of their lines. */
#include "view/model.h"

#include <ctype.h>
#include <string.h>

enum { LARGEST = 1 << 22 }; /* pairs of lines that are compared */

/* The lines of a text without their blanks. */
static const char **lines_of(struct arena *arena, const char *text, unsigned count)
{
	const char **lines = arena_alloc(arena, (count + 1) * sizeof *lines);
	for (unsigned i = 0; i < count; i++) {
		size_t length = strcspn(text, "\n");
		char *line = arena_strndup(arena, text, length), *out = line;
		for (const char *in = line; *in; in++)
			if (!isspace((unsigned char)*in))
				*out++ = *in;
		*out = '\0';
		lines[i] = line;
		text += length + (text[length] == '\n');
	}
	return lines;
}

unsigned *view_align(struct arena *arena, const char *text, unsigned lines, const char *like, unsigned like_lines)
{
	unsigned *result = arena_alloc(arena, (lines + 1) * sizeof *result);
	if (lines == 0 || like_lines == 0 || (size_t)lines * like_lines > LARGEST)
		return result;
	const char **a = lines_of(arena, text, lines), **b = lines_of(arena, like, like_lines);
	/* longest[i * width + j]: how many lines a[i..] and b[j..] have in common */
	size_t width = like_lines + 1;
	unsigned short *longest = arena_alloc(arena, (lines + 1) * width * sizeof *longest);
	for (unsigned i = lines; i-- > 0;) {
		for (unsigned j = like_lines; j-- > 0;) {
			unsigned short down = longest[(i + 1) * width + j], right = longest[i * width + j + 1];
			bool same = *a[i] && !strcmp(a[i], b[j]);
			longest[i * width + j] = same ? (unsigned short)(longest[(i + 1) * width + j + 1] + 1) : down > right ? down : right;
		}
	}
	for (unsigned i = 0, j = 0; i < lines && j < like_lines;) {
		if (*a[i] && !strcmp(a[i], b[j]))
			result[i++] = ++j;
		else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
			i++;
		else
			j++;
	}
	return result;
}
