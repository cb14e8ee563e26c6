#include "survey_labels.h"

struct search {
	const struct survey *survey;
	unsigned start, end;
	struct label_use *uses;
};

static void add_use(struct search *search, CXCursor cursor, CXSourceLocation location)
{
	struct source *source = search->survey->source;
	struct label_use *use = ARENA_NEW(source->arena, struct label_use), **place = &search->uses;
	use->offset = source_file_offset(location);
	use->name = source_string(source, clang_getCursorSpelling(cursor));
	const struct invocation *invocation = survey_invocation(search->survey, source_expansion_offset(location));
	if (invocation)
		use->invocation = invocation->start;
	while (*place && (*place)->offset < use->offset)
		place = &(*place)->next;
	use->next = *place;
	*place = use;
}

static bool is_inside(const struct search *search, CXCursor label)
{
	unsigned offset = source_expansion_offset(clang_getCursorLocation(label));
	return offset >= search->start && offset < search->end;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_LabelStmt && is_inside(search, cursor))
		add_use(search, cursor, clang_getCursorLocation(cursor));
	if (clang_getCursorKind(cursor) == CXCursor_LabelRef && is_inside(search, clang_getCursorReferenced(cursor)))
		add_use(search, cursor, clang_getCursorLocation(cursor));
	return CXChildVisit_Recurse;
}

static enum CXChildVisitResult visit_file(CXCursor cursor, CXCursor parent, CXClientData data)
{
	const struct search *search = data;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl || !source_contains(search->survey->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	CXSourceRange range = clang_getCursorExtent(cursor);
	if (source_expansion_offset(clang_getRangeStart(range)) <= search->start && search->end <= source_expansion_offset(clang_getRangeEnd(range)))
		clang_visitChildren(cursor, visit, data);
	return CXChildVisit_Continue;
}

struct label_use *survey_labels(const struct survey *survey, unsigned start, unsigned end)
{
	struct search search = {survey, start, end, NULL};
	clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), visit_file, &search);
	return search.uses;
}
