/*
 * scan.c - loops with reduction(inscan, ...) and a scan directive (OpenMP 5.2, 5.6).
 *
 * Each thread has one share of the iterations.  It runs the input phase of all of them and keeps, for each, the combination of
 * its own values so far.  When all threads have come, each learns what the iterations before its own amount to.  Then it runs
 * the scan phase of its iterations.  So every phase of every iteration runs once, and the same number of threads gives the
 * same bits.
 */
#include "nest.h"
#include "reduction.h"

#include "diagnostic.h"

#include <string.h>

/* An item and the names of what belongs to it. */
struct scanned {
	struct reduction_item item;
	const char *name;
	const char *sum;    /* of the thread's iterations so far; later of all before its first */
	const char *prefix; /* what its iterations' scan phases add to that */
};

const struct site *scan_site(const struct leaf *leaf)
{
	const struct site *site = leaf->site->children;
	if (leaf->kind != D_FOR)
		return NULL;
	while (site && site->leaves[0].kind != D_SCAN)
		site = site->next;
	return site;
}

/* A statement about each element of an item: `%s` in the names stands for nothing or for an index. */
static const char *for_elements(struct lowering *lowering, const struct reduction_item *item, const char *statement)
{
	if (!item->array)
		return statement;
	const char *e = survey_free_name(lowering->survey, "e");
	return arena_printf(lowering->arena, "%s\n\t%s",
			    lower_for_header(lowering, "unsigned long", e, "0", arena_printf(lowering->arena, "%s < %s; %s++", e, item->count, e)),
			    indent_lines(lowering->arena, statement, "\t"));
}

/* An element of an array, or the variable itself. */
static const char *element(struct lowering *lowering, const struct reduction_item *item, const char *array)
{
	const struct ctype *type = item->share->variable->type;
	if (!item->array)
		return array;
	bool flat = type->rank > 1 && !strcmp(array, item->share->variable->name);
	return arena_printf(lowering->arena, flat ? "((%s)%s)[%s]" : "%.0s%s[%s]", ctype_declare_spelling(lowering->arena, item->type, "*"), array,
			    survey_free_name(lowering->survey, "e"));
}

static const char *original(struct lowering *lowering, const struct reduction_item *item)
{
	struct arena *arena = lowering->arena;
	if (!item->array)
		return arena_printf(arena, "*%s", item->origin);
	if (item->share->variable->type->rank == 1)
		return element(lowering, item, item->origin);
	return element(lowering, item, arena_printf(arena, "((%s)%s)", ctype_declare_spelling(arena, item->type, "*"), item->origin));
}

static const char *declare(struct lowering *lowering, const struct scanned *scanned, const char *name)
{
	const struct variable *variable = scanned->item.share->variable;
	if (!strcmp(name, scanned->name))
		return with_alignment(lowering, variable, ctype_declare(lowering->arena, ctype_unqualified(lowering->arena, variable->type), name));
	return ctype_declare_spelling(lowering->arena, scanned->item.type,
				      scanned->item.array ? arena_printf(lowering->arena, "%s[%s]", name, scanned->item.count) : name);
}

/* Declares a variable that begins with the operator's neutral value. */
static void declare_neutral(struct lowering *lowering, const struct scanned *scanned, const char *name, const char *remark, struct text *out)
{
	const struct reduction_item *item = &scanned->item;
	const char *declaration = declare(lowering, scanned, name), *own = element(lowering, item, name);
	if (!item->array && !item->declared) {
		add_line(out, "%s = %s;%s", declaration, reduction_identity(lowering, item), remark);
		return;
	}
	add_line(out, "%s;%s", declaration, remark);
	const char *set = item->declared ? arena_printf(lowering->arena, "%s(&%s, %s);", item->declared->initialise, own, item->origin)
					 : arena_printf(lowering->arena, "%s = %s;", own, reduction_identity(lowering, item));
	add_line(out, "%s", for_elements(lowering, item, set));
}

/* The text between two places of the body, as a block. */
static const char *phase(struct nest *nest, struct leaf *leaf, struct span span)
{
	const char *text = nest->lowering->source->text;
	while (span.start < span.end && strchr(" \t\r\n", text[span.start]))
		span.start++;
	while (span.end > span.start && strchr(" \t\r\n", text[span.end - 1]))
		span.end--;
	if (span.start == span.end)
		return ";";
	return arena_printf(nest->lowering->arena, "{\n\t%s\n}", indent_lines(nest->lowering->arena, lower_span(nest->lowering, leaf, span), "\t"));
}

/* The body's two parts.  False: an error was printed. */
static bool split_body(struct nest *nest, const struct site *scan, struct span *before, struct span *after)
{
	struct source *source = nest->lowering->source;
	struct span body = nest->leaf->site->loops[nest->leaf->site->loop_count - 1].body;
	int depth = 0;
	for (unsigned i = source_token_at(source, body.start); i < source->token_count && source->tokens[i].start < scan->pragma->start; i++)
		depth += source_token_is(source, i, "{") ? 1 : source_token_is(source, i, "}") ? -1 : 0;
	if (source->text[body.start] != '{' || depth != 1) {
		error_at(source, scan->pragma->start, "'scan' must stand right inside the braces of the loop's body");
		return false;
	}
	*before = (struct span){body.start + 1, scan->pragma->start};
	*after = (struct span){scan->pragma->end, body.end - 1};
	for (const struct variable *v = nest->lowering->survey->variables; v; v = v->next)
		if (v->scope_start >= before->start && v->scope_start < before->end && v->scope_end > after->start && nest_uses_variable(nest, *after, v)) {
			unsupported_at(source, scan->pragma->start, "'scan' between the declaration of '%s' and a use: the two phases do not run together", v->name);
			return false;
		}
	return true;
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
		if (share->item->section || share->variable->type->variable) {
			unsupported_at(lowering->source, share->item->offset, "an array section or an array of variable length, '%s', in a scan", share->variable->name);
			return -1;
		}
		if (!reduction_describe(lowering, nest->leaf, share, &s->item))
			return -1;
		s->name = share->variable->name;
		s->sum = nest_name(nest, s->name, "so_far");
		s->prefix = nest_name(nest, s->name, "prefix");
		declare_neutral(lowering, s, s->sum, " /* of this thread's iterations */", out);
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
		declare_neutral(lowering, &scanned[i], scanned[i].name, "", &body);
	add_line(&body, "%s", phase);
	for (int i = 0; i < count; i++) {
		const struct scanned *s = &scanned[i];
		const char *kept = arena_printf(lowering->arena, "%s[%s - %s.begin]", s->prefix, nest->k, nest->loop);
		const char *sum = element(lowering, &s->item, s->sum);
		const char *add = for_elements(lowering, &s->item, reduction_combination(lowering, &s->item, sum, element(lowering, &s->item, s->name)));
		const char *keep = for_elements(lowering, &s->item, arena_printf(lowering->arena, "%s = %s;", element(lowering, &s->item, kept), sum));
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
		const char *total = original(lowering, item);
		const char *theirs = item->array ? element(lowering, item, partial) : arena_printf(arena, "*%s", partial);
		const char *combine = reduction_combination(lowering, item, total, own);
		const char *step = arena_printf(arena, "%s = %s;\n%s = %s;\n%s", ctype_declare_spelling(arena, item->type, own), theirs, theirs, total, combine);
		if (item->array)
			step = arena_printf(arena, "%s {\n\t%s\n}",
					    lower_for_header(lowering, "unsigned long", survey_free_name(lowering->survey, "e"), "0",
							     arena_printf(arena, "%s < %s; %s++", survey_free_name(lowering->survey, "e"), item->count,
									  survey_free_name(lowering->survey, "e"))),
					    indent_lines(arena, step, "\t"));
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
		const char *own = element(lowering, &s->item, s->name), *sum = element(lowering, &s->item, s->sum);
		if (s->item.array) {
			add_line(&body, "%s;", declare(lowering, s, s->name));
			add_line(&body, "%s", for_elements(lowering, &s->item, arena_printf(lowering->arena, "%s = %s;", own, sum)));
		} else {
			add_line(&body, "%s = %s;", declare(lowering, s, s->name), sum);
		}
		add_line(&body, "%s", for_elements(lowering, &s->item,
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
	struct leaf *leaf = nest->leaf->inner ? nest->leaf->inner : nest->leaf;
	bool inclusive = clause_find(scan->pragma->clauses, C_INCLUSIVE);
	struct span before, after;
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
	if (!split_body(nest, scan, &before, &after))
		return false;
	int count = read_items(nest, scanned, out);
	if (count < 0 || !lower_leaf_checked(lowering, (struct leaf *)&scan->leaves[0]))
		return false;
	struct span input = inclusive ? before : after, second = inclusive ? after : before;
	const char *in = nest_counted_loop(nest, input, input_body(nest, scanned, count, inclusive, phase(nest, leaf, input)));
	add_line(out, "/* the input phase */\n%s", in);
	add_up(nest, scanned, count, out);
	add_line(out, "/* the scan phase */\n%s", nest_counted_loop(nest, second, scan_body(nest, scanned, count, phase(nest, leaf, second))));
	for (int i = 0; i < count; i++)
		add_line(out, "ppcc_release(%s);", scanned[i].prefix);
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
	if (inclusive == exclusive) {
		error_at(lowering->source, lower_offset(leaf), "'scan' needs one of the clauses inclusive and exclusive");
		return NULL;
	}
	return arena_printf(lowering->arena, "%s%s", mark_generated(lowering->arena, lower_offset(leaf)), pragma_line(lowering->source, site->pragma, false));
}
