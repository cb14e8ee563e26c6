#include "lint_jumps.h"

#include "lint_place.h"

#include <string.h>

/* One function's walk. */
struct jumps {
	const struct survey *survey;
	struct findings *findings;
	const struct pragma *computed; /* the region of the first computed goto; null: outside of regions */
	bool has_computed;
	unsigned computed_offset;
	bool *sets_jump; /* by index of the region's pragma, then outside: it calls setjmp */
};

/* What the statements around a place mean for jumps there.  Regions are pragmas; null is outside of all. */
struct scope {
	struct jumps *jumps;
	bool in_loop, in_break, in_switch;
	const struct pragma *loop_region;   /* of the loop that `continue` goes on with */
	const struct pragma *break_region;  /* of the loop or switch that `break` leaves */
	const struct pragma *switch_region; /* of the switch that `case` belongs to */
	unsigned loop_start, loop_end;      /* text of the innermost loop */
	bool shared_loop;                   /* `break` leaves a loop that a directive shares out */
};

static unsigned start_of(CXCursor cursor)
{
	return source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
}

static const char *name_of(const struct pragma *region)
{
	return region->directive.spelling;
}

static void check_leaves(const struct scope *scope, CXCursor cursor, const char *word, const struct pragma *target)
{
	const struct pragma *region = place_region(scope->jumps->survey, start_of(cursor));

	if (region && region != target)
		findings_add(scope->jumps->findings, FINDING_ERROR, start_of(cursor),
					 "'%s' leaves the '%s' region, which must be left at its end", word, name_of(region));
}

/* A phase of a scan is the part of the loop's body on one side of the scan directive: `continue` would leave it. */
static void check_phase(const struct scope *scope, CXCursor cursor)
{
	const struct pragma_table *pragmas = scope->jumps->survey->pragmas;
	const struct pragma *region = place_region(scope->jumps->survey, start_of(cursor));

	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *pragma = &pragmas->items[i];
		if (pragma->directive.leaves[0] == D_SCAN && pragma->start > scope->loop_start && pragma->start < scope->loop_end &&
			place_region(scope->jumps->survey, pragma->start) == region && region == scope->loop_region)
			findings_add(scope->jumps->findings, FINDING_ERROR, start_of(cursor),
						 "'continue' leaves a phase of the scan, which must be left at its end");
	}
}

static void check_break(const struct scope *scope, CXCursor cursor)
{
	const struct pragma *region = place_region(scope->jumps->survey, start_of(cursor));

	if (!scope->in_break)
		return;
	if (scope->shared_loop && region && region == scope->break_region)
		findings_add(scope->jumps->findings, FINDING_ERROR, start_of(cursor),
					 "'break' leaves the '%s' region: all iterations of its loop must run", name_of(region));
	else
		check_leaves(scope, cursor, "break", scope->break_region);
}

static void check_case(const struct scope *scope, CXCursor cursor, const char *word)
{
	const struct pragma *region = place_region(scope->jumps->survey, start_of(cursor));

	if (scope->in_switch && region && region != scope->switch_region)
		findings_add(scope->jumps->findings, FINDING_ERROR, start_of(cursor),
					 "'%s' enters the '%s' region, which must be entered at its top", word, name_of(region));
}

/* Whether region `outer` holds region `inner` or is it. */
static bool encloses(const struct survey *survey, const struct pragma *outer, const struct pragma *inner)
{
	while (inner && inner != outer)
		inner = place_region(survey, inner->start);
	return inner == outer;
}

static enum CXChildVisitResult find_label(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_LabelRef)
		return CXChildVisit_Continue;
	*(CXCursor *)data = cursor;
	return CXChildVisit_Break;
}

/* A goto (word is "goto") or an && that takes a label's address (word is "&&"). */
static void check_label(const struct scope *scope, CXCursor cursor, const char *word)
{
	const struct survey *survey = scope->jumps->survey;
	CXCursor reference = clang_getNullCursor();

	clang_visitChildren(cursor, find_label, &reference);
	if (clang_Cursor_isNull(reference))
		return;
	const struct pragma *from = place_region(survey, start_of(cursor));
	const struct pragma *to = place_region(survey, start_of(clang_getCursorReferenced(reference)));
	if (from == to)
		return;
	bool enters = encloses(survey, from, to);
	if (strcmp(word, "&&") == 0)
		findings_add(scope->jumps->findings, FINDING_ERROR, start_of(cursor),
					 "this is the address of a label on the other side of the border of the '%s' region",
					 name_of(enters ? to : from));
	else
		findings_add(scope->jumps->findings, FINDING_ERROR, start_of(reference),
					 "'%s' %s the '%s' region, which must be %s", word, enters ? "enters" : "leaves",
					 name_of(enters ? to : from), enters ? "entered at its top" : "left at its end");
}

static void note_computed(struct jumps *jumps, CXCursor cursor)
{
	if (jumps->has_computed)
		return;
	jumps->has_computed = true;
	jumps->computed_offset = start_of(cursor);
	jumps->computed = place_region(jumps->survey, jumps->computed_offset);
}

/* A label whose address is taken in another region than the computed goto stands in may be where that jumps to. */
static void check_address(const struct scope *scope, CXCursor cursor)
{
	const struct jumps *jumps = scope->jumps;
	const struct pragma *region = place_region(jumps->survey, start_of(cursor));

	check_label(scope, cursor, "&&");
	if (jumps->has_computed && region != jumps->computed)
		findings_add(jumps->findings, FINDING_ERROR, jumps->computed_offset,
					 "this computed 'goto' may cross the border of the '%s' region, where a label's address is used",
					 name_of(region ? region : jumps->computed));
}

static bool calls(struct source *source, CXCursor cursor, const char *const *names)
{
	const char *name = source_string(source, clang_getCursorSpelling(cursor));

	for (; *names; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

static void check_call(const struct scope *scope, CXCursor cursor)
{
	static const char *const jumping[] = {"longjmp", "_longjmp", "siglongjmp", NULL};
	struct jumps *jumps = scope->jumps;
	const struct pragma *region = place_region(jumps->survey, start_of(cursor));

	if (!region || jumps->sets_jump[region->index] || !calls(jumps->survey->source, cursor, jumping))
		return;
	findings_add(jumps->findings, FINDING_WARNING, start_of(cursor),
				 "'longjmp' in a '%s' region that calls no 'setjmp': the jump must not leave the region",
				 name_of(region));
}

/* Whether a loop is the one that the directive of its region shares out. */
static bool is_shared_loop(const struct pragma *region, unsigned start)
{
	return region && region->next == start && pragma_has_loop(region);
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct scope scope = *(struct scope *)data;
	const struct pragma *region;

	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_ForStmt:
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt:
		region = place_region(scope.jumps->survey, start_of(cursor));
		scope.in_loop = scope.in_break = true;
		scope.loop_start = start_of(cursor);
		scope.loop_end = source_expansion_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)));
		scope.loop_region = scope.break_region = region;
		scope.shared_loop = is_shared_loop(region, start_of(cursor));
		break;
	case CXCursor_SwitchStmt:
		region = place_region(scope.jumps->survey, start_of(cursor));
		scope.in_break = scope.in_switch = true;
		scope.break_region = scope.switch_region = region;
		scope.shared_loop = false;
		break;
	case CXCursor_BreakStmt:
		check_break(&scope, cursor);
		break;
	case CXCursor_ContinueStmt:
		if (scope.in_loop)
			check_leaves(&scope, cursor, "continue", scope.loop_region);
		if (scope.in_loop)
			check_phase(&scope, cursor);
		break;
	case CXCursor_ReturnStmt:
		check_leaves(&scope, cursor, "return", NULL);
		break;
	case CXCursor_CaseStmt:
		check_case(&scope, cursor, "case");
		break;
	case CXCursor_DefaultStmt:
		check_case(&scope, cursor, "default");
		break;
	case CXCursor_GotoStmt:
		check_label(&scope, cursor, "goto");
		break;
	case CXCursor_AddrLabelExpr:
		check_address(&scope, cursor);
		break;
	case CXCursor_CallExpr:
		check_call(&scope, cursor);
		break;
	default:
		break;
	}
	clang_visitChildren(cursor, visit, &scope);
	return CXChildVisit_Continue;
}

/* What must be known before the function is walked through. */
static enum CXChildVisitResult prepare(CXCursor cursor, CXCursor parent, CXClientData data)
{
	static const char *const setting[] = {"setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp", NULL};
	struct jumps *jumps = data;

	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_IndirectGotoStmt)
		note_computed(jumps, cursor);
	if (clang_getCursorKind(cursor) == CXCursor_CallExpr && calls(jumps->survey->source, cursor, setting)) {
		const struct pragma *region = place_region(jumps->survey, start_of(cursor));
		if (region)
			jumps->sets_jump[region->index] = true;
	}
	return CXChildVisit_Recurse;
}

/* What visit_file is about. */
struct file_walk {
	const struct survey *survey;
	struct findings *findings;
};

static enum CXChildVisitResult visit_file(CXCursor cursor, CXCursor parent, CXClientData data)
{
	const struct file_walk *walk = data;
	const struct survey *survey = walk->survey;

	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl || !clang_isCursorDefinition(cursor) ||
		!source_contains(survey->source, clang_getCursorLocation(cursor)) || !survey_function_at(survey, start_of(cursor)))
		return CXChildVisit_Continue;
	struct jumps jumps = {.survey = survey, .findings = walk->findings};
	jumps.sets_jump = arena_alloc(survey->source->arena, survey->pragmas->count * sizeof *jumps.sets_jump);
	struct scope scope = {.jumps = &jumps};
	clang_visitChildren(cursor, prepare, &jumps);
	clang_visitChildren(cursor, visit, &scope);
	return CXChildVisit_Continue;
}

void lint_jumps(const struct survey *survey, struct findings *findings)
{
	struct file_walk walk = {survey, findings};
	clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), visit_file, &walk);
}
