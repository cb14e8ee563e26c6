/* clause_depend.c - readers of the clauses that name dependences: depend, doacross, affinity, and those of depobj. */
#include "clause_reader.h"

#include "diagnostic.h"
#include "iterator.h"

#include <string.h>

/* The modifiers before the last comma of [start, end), of which only `iterator` is one; *start: after them. */
static bool read_iterators(struct reader *reader, const char **start, const char *end)
{
	for (const char *comma; (comma = scan_find(*start, end, ",")); *start = comma + 1) {
		if (!iterators_begin(*start, comma)) {
			error_at(reader->source, place(reader, *start), "unknown modifier '%s' in '%s'; only 'iterator' is one",
				 copy(reader, *start, comma), name_of(reader));
			return false;
		}
		if (!iterators_read(reader->source, reader->pragma, reader->clause, *start, comma))
			return false;
	}
	return true;
}

static bool is_dependence(const char *keyword)
{
	return openmp_lists("in out inout mutexinoutset inoutset depobj", keyword);
}

/* The dependences between iterations of `ordered`: source, or sink with an iteration, which is kept as text; the iterations that
   are named relative to omp_cur_iteration have that as their modifier and no text. */
static bool read_doacross(struct reader *reader)
{
	struct clause *clause = reader->clause;
	const char *colon = scan_find(reader->start, reader->end, ":"), *end = colon ? colon : reader->end;
	const char *rest = colon ? copy(reader, colon + 1, reader->end) : "";
	struct lexeme kind = scan(reader->start, end), current = scan(rest, rest + strlen(rest));
	bool source = lexeme_is(kind, "source"), needs_colon = clause->kind == C_DOACROSS;
	if ((!source && !lexeme_is(kind, "sink")) || scan(kind.start + kind.length, end).kind != LEX_END) {
		error_at(reader->source, clause->offset, "'%s' on 'ordered' is for source or for 'sink: iteration'", name_of(reader));
		return false;
	}
	clause->keyword = copy(reader, kind.start, kind.start + kind.length);
	if (lexeme_is(current, "omp_cur_iteration") && clause->kind == C_DOACROSS) {
		const char *after = current.start + current.length;
		struct lexeme minus = scan(after, rest + strlen(rest)), one = scan(minus.start + minus.length, rest + strlen(rest));
		clause->modifiers = "omp_cur_iteration";
		if (source ? minus.kind == LEX_END : lexeme_is(minus, "-") && lexeme_is(one, "1") && scan(one.start + 1, rest + strlen(rest)).kind == LEX_END)
			return true;
		error_at(reader->source, clause->offset, "expected '%s'", source ? "source: omp_cur_iteration" : "sink: omp_cur_iteration - 1");
		return false;
	}
	if (source && (*rest || needs_colon != (colon != NULL))) {
		error_at(reader->source, clause->offset, "expected '%s'", needs_colon ? "doacross(source:)" : "depend(source)");
		return false;
	}
	return source || read_expression(reader, end + (colon != NULL));
}

/* depend([iterator(...),] kind : locators) */
bool read_depend(struct reader *reader)
{
	if (reader->pragma->directive.leaves[0] == D_ORDERED)
		return read_doacross(reader);
	const char *colon = scan_find(reader->start, reader->end, ":"), *start = reader->start;
	if (!colon) {
		error_at(reader->source, reader->clause->offset, "expected 'dependence : locators' in 'depend', as in depend(inout : x)");
		return false;
	}
	if (!read_iterators(reader, &start, colon))
		return false;
	reader->clause->keyword = copy(reader, start, colon);
	if (is_dependence(reader->clause->keyword))
		return read_expression(reader, colon + 1);
	error_at(reader->source, place(reader, start), "'%s' in 'depend' is none of in, out, inout, mutexinoutset, inoutset and depobj",
		 reader->clause->keyword);
	return false;
}

/* affinity([iterator(...) :] locators) */
bool read_affinity(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":"), *start = reader->start;
	if (colon && !iterators_begin(start, colon)) {
		error_at(reader->source, place(reader, start), "unknown modifier '%s' in 'affinity'; only 'iterator' is one", copy(reader, start, colon));
		return false;
	}
	if (colon && !iterators_read(reader->source, reader->pragma, reader->clause, start, colon))
		return false;
	return read_expression(reader, colon ? colon + 1 : start);
}

/* The depend object that a clause of depobj names; 6.0 has it here, and not after the directive's name. */
bool read_depobj(struct reader *reader, const char *start, const char *end)
{
	const char *object = copy(reader, start, end);
	if (!reader->pragma->argument)
		reader->pragma->argument = object;
	if (*object && !strcmp(object, reader->pragma->argument))
		return true;
	error_at(reader->source, reader->clause->offset, "'%s' in '%s' is not the object '%s' of the directive", object, name_of(reader),
		 reader->pragma->argument);
	return false;
}

/* update, of atomic; update(kind) and update(kind : object), of depobj */
bool read_update(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":");
	if (reader->pragma->directive.leaves[0] != D_DEPOBJ) {
		error_at(reader->source, reader->clause->offset, "'update' takes no argument on '%s'", reader->pragma->directive.spelling);
		return false;
	}
	reader->clause->keyword = copy(reader, reader->start, colon ? colon : reader->end);
	if (openmp_lists("in out inout mutexinoutset inoutset", reader->clause->keyword))
		return !colon || read_depobj(reader, colon + 1, reader->end);
	error_at(reader->source, reader->clause->offset, "'%s' in 'update' is none of in, out, inout, mutexinoutset and inoutset",
		 reader->clause->keyword);
	return false;
}

/* init(kind(locator) : object), of depobj; that of others is kept as it is */
bool read_init(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":");
	if (reader->pragma->directive.leaves[0] != D_DEPOBJ)
		return true;
	struct lexeme kind = scan(reader->start, colon ? colon : reader->end), open = scan(kind.start + kind.length, reader->end);
	const char *close = lexeme_is(open, "(") ? scan_closing(open.start, reader->end) : NULL;
	reader->clause->keyword = arena_strndup(reader->source->arena, kind.start, kind.length);
	if (!colon || !close || !openmp_lists("in out inout mutexinoutset inoutset", reader->clause->keyword)) {
		error_at(reader->source, reader->clause->offset, "expected a dependence and its object in 'init', as in init(inout(x) : object)");
		return false;
	}
	reader->clause->expression = copy(reader, open.start + 1, close);
	return read_depobj(reader, colon + 1, reader->end);
}
