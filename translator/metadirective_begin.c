/* metadirective_begin.c - begin metadirective and end metadirective (OpenMP 5.2, 7.4.4). */
#include "metadirective.h"

#include "diagnostic.h"
#include "lower.h"
#include "scan.h"

#include <string.h>

static bool is(const struct pragma *pragma, enum directive kind)
{
	return pragma->directive.leaves[0] == kind;
}

const struct pragma *metadirective_end(const struct survey *survey, unsigned index)
{
	int depth = 0;
	for (unsigned i = index; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (survey->owners[i] != survey->owners[index])
			continue;
		depth += is(pragma, D_BEGIN_METADIRECTIVE) - is(pragma, D_END_METADIRECTIVE);
		if (depth == 0)
			return pragma;
	}
	return NULL;
}

bool metadirective_check_ends(const struct survey *survey)
{
	const struct pragma_table *pragmas = survey->pragmas;
	bool good = true;
	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *pragma = &pragmas->items[i];
		bool found = false;
		if (is(pragma, D_BEGIN_METADIRECTIVE)) {
			found = metadirective_end(survey, i) != NULL;
			if (!found)
				error_at(survey->source, pragma->start, "'begin metadirective' without 'end metadirective'");
			good &= found;
		}
		if (!is(pragma, D_END_METADIRECTIVE))
			continue;
		for (unsigned b = 0; b < i && !found; b++)
			found = is(&pragmas->items[b], D_BEGIN_METADIRECTIVE) && metadirective_end(survey, b) == pragma;
		if (!found)
			error_at(survey->source, pragma->start, "'end metadirective' without 'begin metadirective'");
		good &= found;
	}
	return good;
}

/* The blanks at the front of an offset's line; *line: where the line starts. */
static const char *indent_of(const struct source *source, unsigned offset, unsigned *line)
{
	*line = offset;
	while (*line > 0 && strchr(" \t", source->text[*line - 1]))
		--*line;
	return arena_strndup(source->arena, source->text + *line, offset - *line);
}

void metadirective_enclose(struct resolution *r, const struct pragma *pragma, const struct pragma *end, bool braces)
{
	struct source *source = r->source;
	struct arena *arena = source->arena;
	unsigned line;
	struct lexeme begin = scan(source->text + pragma->words_offset, source->text + pragma->end);
	unsigned word = (unsigned)(begin.start - source->text);
	char *blanks = arena_strndup(arena, begin.start, begin.length);
	memset(blanks, ' ', begin.length);
	rewrite_add(&r->rewrite, word, word + (unsigned)begin.length, blanks);
	const char *indent = indent_of(source, pragma->start, &line);
	if (braces)
		rewrite_add(&r->rewrite, pragma->end, pragma->end + 1,
			    arena_printf(arena, "\n%s{\n" LINE_IN, indent, source_place(source, pragma->end).line + 1));
	indent = indent_of(source, end->start, &line);
	rewrite_add(&r->rewrite, line, end->end, braces ? arena_printf(arena, LINE_OUT "%s}", source_place(source, end->start).line, indent) : "");
}

bool metadirective_pair(struct resolution *r, const struct pragma *pragma, const struct pragma *end, const struct variant *variant)
{
	static const char begin[] = "begin ";
	const char *name = variant->directive.spelling;
	if (is(pragma, D_BEGIN_METADIRECTIVE) && variant->directive.leaves[0] != D_NOTHING && strncmp(name, begin, sizeof begin - 1)) {
		error_at(r->source, pragma_offset(r->source, pragma, variant->start), "'%s' has no end directive, so 'begin metadirective' cannot choose it here",
			 name);
		return false;
	}
	const char *text = variant->directive.leaves[0] == D_NOTHING ? "" : arena_printf(r->source->arena, "#pragma omp end %s", name + sizeof begin - 1);
	rewrite_add(&r->rewrite, pragma->start, pragma->end, metadirective_pragma(r, pragma, variant));
	rewrite_add(&r->rewrite, end->start, end->end, text);
	return true;
}
