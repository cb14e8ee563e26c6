/*
 * scan.c - loops with reduction(inscan, ...) and a scan directive (OpenMP 5.2, 5.6).
 *
 * Each thread has one share of the iterations.  It runs the input phase of all of them and keeps, for each, the combination of
 * its own values so far.  When all threads have come, each learns what the iterations before its own amount to.  Then it runs
 * the scan phase of its iterations.  So every phase of every iteration runs once, and the same number of threads gives the
 * same bits.
 */
#include "reduction.h"
#include "scan_phases.h"

#include "diagnostic.h"

#include <string.h>

/* An item and the names of what belongs to it. */
struct scanned {
	struct reduction_item item;
	const char *own;    /* the iteration's copy; of a section: the array that the variable's name leads to */
	const char *sum;    /* of the thread's iterations so far; later of all before its first */
	const char *prefix; /* what its iterations' scan phases add to that */
};

const struct site *scan_site(const struct leaf *leaf)
{
	const struct site *site = leaf->site->children;
	if (leaf->kind != D_FOR)
		return NULL;
	while (site && (site->leaves[0].kind != D_SCAN || clause_find(site->pragma->clauses, C_INIT_COMPLETE)))
		site = site->next;
	return site;
}

static const char *index_name(struct lowering *lowering)
{
	return survey_free_name(lowering->survey, "e");
}

/* A statement about each element of an item; combined: each that takes part in the reduction. */
static const char *for_elements(struct lowering *lowering, const struct reduction_item *item, bool combined, const char *statement)
{
	return item->array ? reduction_for_elements(lowering, item, index_name(lowering), combined, statement) : statement;
}

/* An element of an array that generated code has, or the variable itself. */
static const char *element(struct lowering *lowering, const struct reduction_item *item, const char *array)
{
	return item->array ? arena_printf(lowering->arena, "%s[%s]", array, index_name(lowering)) : array;
}

/* The same of the copy that the program's text names. */
static const char *own_element(struct lowering *lowering, const struct scanned *scanned)
{
	const struct reduction_item *item = &scanned->item;
	const struct ctype *type = item->share->variable->type;
	if (item->array && !item->share->item->section && type->rank > 1)
		return arena_printf(lowering->arena, "((%s)%s)[%s]", ctype_declare_spelling(lowering->arena, item->type, "*"), scanned->own,
				    index_name(lowering));
	return element(lowering, item, scanned->own);
}

/* An array for all elements, or a variable. */
static const char *declare(struct lowering *lowering, const struct scanned *scanned, const char *name)
{
	return ctype_declare_spelling(lowering->arena, scanned->item.type,
				      scanned->item.array ? arena_printf(lowering->arena, "%s[%s]", name, scanned->item.count) : name);
}

/* The statement that gives an element the operator's neutral value. */
static const char *neutral(struct lowering *lowering, const struct reduction_item *item, const char *element)
{
	const char *cast = item->array ? arena_printf(lowering->arena, "(%s)", ctype_declare_spelling(lowering->arena, item->type, "*")) : "";
	if (item->declared)
		return arena_printf(lowering->arena, "%s(&%s, %s%s);", item->declared->initialise, element, cast, item->origin);
	return arena_printf(lowering->arena, "%s = %s;", element, reduction_identity(lowering, item));
}

/* Declares a variable with a first value: `set` is the statement that gives it to an element, as is for scalars when it begins
   with the variable's name. */
static void declare_with(struct lowering *lowering, const struct scanned *scanned, const char *declaration, const char *element, const char *set,
			 const char *remark, struct text *out)
{
	size_t length = strlen(element);
	if (!scanned->item.array && !strncmp(set, element, length) && !strncmp(set + length, " = ", 3)) {
		add_line(out, "%s%s%s", declaration, set + length, remark);
		return;
	}
	add_line(out, "%s;%s", declaration, remark);
	add_line(out, "%s", for_elements(lowering, &scanned->item, false, set));
}

/* Declares the copy that the program's text names. */
static void declare_own(struct lowering *lowering, const struct scanned *scanned, const char *set, struct text *out)
{
	const struct variable *variable = scanned->item.share->variable;
	const struct ctype *type = ctype_unqualified(lowering->arena, variable->type);
	const char *extents[TYPE_MAX_RANK];
	lower_extents(lowering, variable, extents);
	if (scanned->item.share->item->section) {
		declare_with(lowering, scanned, declare(lowering, scanned, scanned->own), own_element(lowering, scanned), set, "", out);
		reduction_view_section(lowering, &scanned->item, scanned->own, out);
		return;
	}
	const char *declaration = with_alignment(lowering, variable, ctype_declare_extents(lowering->arena, type, variable->name, extents));
	declare_with(lowering, scanned, declaration, own_element(lowering, scanned), set, "", out);
}

/* Reads the items and declares what they need.  Returns their number, -1 after an error. */
static int read_items(struct nest *nest, struct scanned *scanned, struct text *out)
{
	struct lowering *lowering = nest->lowering;
	struct arena *arena = lowering->arena;
	int count = 0;
	for (const struct share *share = nest->leaf->shares; share; share = share->next) {
		struct scanned *s = &scanned[count];
		if (share->sharing != SHARING_REDUCTION || !clause_is_inscan(share->clause))
			continue;
		if (!reduction_read(lowering, nest->leaf, share, &s->item))
			return -1;
		const char *name = share->variable->name;
		reduction_name_bounds(lowering, &s->item, out);
		s->own = share->item->section ? nest_name(nest, name, "own") : name;
		s->sum = nest_name(nest, name, "so_far");
		s->prefix = nest_name(nest, name, "prefix");
		const char *sum = element(lowering, &s->item, s->sum);
		declare_with(lowering, s, declare(lowering, s, s->sum), sum, neutral(lowering, &s->item, sum), " /* of this thread's iterations */", out);
		const char *pointer = arena_printf(arena, s->item.array ? "(*const %s)[%s]" : "*const %s", s->prefix, s->item.count);
		add_line(out, "%s = ppcc_keep(0, (%s.end - %s.begin) * sizeof *%s);", ctype_declare_spelling(arena, s->item.type, pointer), nest->loop,
			 nest->loop, s->prefix);
		count++;
	}
	return count;
}

/* What every iteration does around its input phase. */
static const char *input_body(struct nest *nest, const struct scanned *scanned, int count, bool inclusive, const char *phase)
{
	struct lowering *lowering = nest->lowering;
	struct text body = {0};
	for (int i = 0; i < count; i++)
		declare_own(lowering, &scanned[i], neutral(lowering, &scanned[i].item, own_element(lowering, &scanned[i])), &body);
	add_line(&body, "%s", phase);
	for (int i = 0; i < count; i++) {
		const struct scanned *s = &scanned[i];
		const char *kept = arena_printf(lowering->arena, "%s[%s - %s.begin]", s->prefix, nest->k, nest->loop);
		const char *sum = element(lowering, &s->item, s->sum);
		const char *add = for_elements(lowering, &s->item, false, reduction_combination(lowering, &s->item, sum, own_element(lowering, s)));
		const char *keep = for_elements(lowering, &s->item, false, arena_printf(lowering->arena, "%s = %s;", element(lowering, &s->item, kept), sum));
		add_line(&body, "%s\n%s", inclusive ? add : keep, inclusive ? keep : add);
	}
	const char *result = lines_of(lowering, &body);
	text_release(&body);
	return result;
}

/* In one thread: turns the threads' sums into what comes before each, and the original into the total. */
static void add_up(struct nest *nest, const struct scanned *scanned, int count, struct text *out)
{
	struct lowering *lowering = nest->lowering;
	struct arena *arena = lowering->arena;
	const char *sums = survey_free_name(lowering->survey, "sums"), *t = survey_free_name(lowering->survey, "t"), *me = lowering->me;
	const char *partial = survey_free_name(lowering->survey, "partial"), *own = survey_free_name(lowering->survey, "own");
	const char *list = NULL;
	struct text inside = {0};
	for (int i = 0; i < count; i++) {
		const struct reduction_item *item = &scanned[i].item;
		const char *sum = arena_printf(arena, "%s%s", item->array ? "" : "&", scanned[i].sum);
		list = list ? arena_printf(arena, "%s, %s", list, sum) : sum;
		const char *total = arena_printf(arena, "*%s", item->origin), *first = survey_free_name(lowering->survey, "total");
		if (item->array)
			total = element(lowering, item, first);
		const char *theirs = item->array ? element(lowering, item, partial) : arena_printf(arena, "*%s", partial);
		const char *combine = reduction_combination(lowering, item, total, own);
		const char *step = arena_printf(arena, "%s = %s;\n%s = %s;\n%s", ctype_declare_spelling(arena, item->type, own), theirs, theirs, total, combine);
		if (item->array)
			step = arena_printf(arena, "%s = %s;\n%s", ctype_declare_spelling(arena, item->type, arena_printf(arena, "*const %s", first)),
					    reduction_original(lowering, item),
					    for_elements(lowering, item, true, step));
		add_line(&inside, "%s {", lower_for_header(lowering, "int", t, "0", arena_printf(arena, "%s < %s->team_size; %s++", t, me, t)));
		add_line(&inside, "\t%s = ppcc_reduce_partial(%s, %s, %d);",
			 ctype_declare_spelling(arena, item->type, arena_printf(arena, "*const %s", partial)), me, t, i);
		add_line(&inside, "\t%s", indent_lines(arena, step, "\t"));
		add_line(&inside, "}");
	}
	add_line(out, "void *const %s[] = {%s};", sums, list ? list : "0");
	add_line(out, "if (ppcc_reduce_begin(%s, %s)) { /* in one thread: each sum becomes that of all threads before */", me, sums);
	add_line(out, "\t%s", indent_lines(arena, inside.data, "\t"));
	add_line(out, "\tppcc_reduce_end(%s);", me);
	add_line(out, "}");
	text_release(&inside);
}

static const char *scan_body(struct nest *nest, const struct scanned *scanned, int count, const char *phase)
{
	struct lowering *lowering = nest->lowering;
	struct text body = {0};
	for (int i = 0; i < count; i++) {
		const struct scanned *s = &scanned[i];
		const char *kept = arena_printf(lowering->arena, "%s[%s - %s.begin]", s->prefix, nest->k, nest->loop);
		const char *own = own_element(lowering, s), *sum = element(lowering, &s->item, s->sum);
		declare_own(lowering, s, arena_printf(lowering->arena, "%s = %s;", own, sum), &body);
		add_line(&body, "%s", for_elements(lowering, &s->item, false,
						   reduction_combination(lowering, &s->item, own, element(lowering, &s->item, kept))));
	}
	add_line(&body, "%s", phase);
	const char *result = lines_of(lowering, &body);
	text_release(&body);
	return result;
}

bool scan_loops(struct nest *nest, struct text *out)
{
	const struct site *scan = scan_site(nest->leaf);
	struct lowering *lowering = nest->lowering;
	bool inclusive = clause_find(scan->pragma->clauses, C_INCLUSIVE);
	struct phases phases;
	int most = 0;
	for (const struct share *share = nest->leaf->shares; share; share = share->next)
		most++;
	struct scanned *scanned = arena_alloc(lowering->arena, (size_t)(most + 1) * sizeof *scanned);
	if (nest->shape == SHAPE_TRIANGULAR) {
		error_at(lowering->source, lower_offset(nest->leaf), "the loops of a scan must be rectangular");
		return false;
	}
	if (leaf_clause(nest->leaf, C_SCHEDULE) || leaf_clause(nest->leaf, C_ORDERED)) {
		error_at(lowering->source, lower_offset(nest->leaf), "a loop with an inscan reduction takes neither 'schedule' nor 'ordered'");
		return false;
	}
	if (!phases_read(nest, scan, &phases, out))
		return false;
	int count = read_items(nest, scanned, out);
	if (count < 0 || !lower_leaf_checked(lowering, (struct leaf *)&scan->leaves[0]))
		return false;
	const char *input = input_body(nest, scanned, count, inclusive, phases_input(nest, &phases));
	add_line(out, "/* %sthe input phase */\n%s", phases.init.end > phases.init.start ? "the initialisation phase and " : "",
		 nest_counted_loop(nest, phases.around_input, input));
	add_up(nest, scanned, count, out);
	add_line(out, "/* the scan phase */\n%s", nest_counted_loop(nest, phases.scan, scan_body(nest, scanned, count, phases_scan(nest, &phases))));
	for (int i = 0; i < count; i++)
		add_line(out, "ppcc_release(%s);", scanned[i].prefix);
	phases_release(nest, &phases, out);
	return true;
}

/* In a simd loop alone it stays, for the compiler. */
const char *lower_scan(struct lowering *lowering, struct leaf *leaf)
{
	const struct site *site = leaf->site;
	bool inclusive = clause_find(site->pragma->clauses, C_INCLUSIVE), exclusive = clause_find(site->pragma->clauses, C_EXCLUSIVE);
	const struct leaf *around = leaf->outer;
	bool in_scan_loop = false;
	for (const struct clause *clause = around ? around->site->pragma->clauses : NULL; clause; clause = clause->next)
		in_scan_loop |= clause_is_inscan(clause);
	if (!in_scan_loop) {
		error_at(lowering->source, lower_offset(leaf), "'scan' must stand in the body of a loop with an inscan reduction");
		return NULL;
	}
	const struct clause *init = clause_find(site->pragma->clauses, C_INIT_COMPLETE);
	if (init && (inclusive || exclusive)) {
		error_at(lowering->source, init->offset, "'init_complete' is the only clause of its 'scan' directive");
		return NULL;
	}
	if (init)
		return "";
	if (inclusive == exclusive) {
		error_at(lowering->source, lower_offset(leaf), "'scan' needs one of the clauses inclusive and exclusive");
		return NULL;
	}
	if (around->site->leaf_count == 1 && simd_has_initialisation(around))
		return "";
	return arena_printf(lowering->arena, "%s%s", mark_generated(lowering->arena, lower_offset(leaf)), pragma_line(lowering->source, site->pragma, false));
}
