/* scan_phases.c - see scan_phases.h. */
#include "scan_phases.h"

#include "constant.h"
#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static struct leaf *body_leaf(const struct nest *nest)
{
	return nest->leaf->inner ? nest->leaf->inner : nest->leaf;
}

static bool contains(struct span span, unsigned offset)
{
	return offset >= span.start && offset < span.end;
}

static bool is_empty(struct span span)
{
	return span.start >= span.end;
}

/* Whether a directive stands right inside the braces of the loop's body. */
static bool in_braces(const struct nest *nest, struct span body, const struct site *site)
{
	struct source *source = nest->lowering->source;
	int depth = 0;
	for (unsigned i = source_token_at(source, body.start); i < source->token_count && source->tokens[i].start < site->pragma->start; i++)
		depth += source_token_is(source, i, "{") ? 1 : source_token_is(source, i, "}") ? -1 : 0;
	if (source->text[body.start] == '{' && depth == 1)
		return true;
	error_at(source, site->pragma->start, "'scan' must stand right inside the braces of the loop's body");
	return false;
}

/* The spans of the phases.  False: an error was printed. */
static bool split_body(struct nest *nest, const struct site *scan, struct phases *phases)
{
	struct source *source = nest->lowering->source;
	struct span body = nest->leaf->site->loops[nest->leaf->site->loop_count - 1].body;
	const struct site *init = NULL;
	if (!in_braces(nest, body, scan))
		return false;
	for (const struct site *site = nest->leaf->site->children; site; site = site->next) {
		const struct clause *complete = site->leaves[0].kind == D_SCAN ? clause_find(site->pragma->clauses, C_INIT_COMPLETE) : NULL;
		long long value = 1;
		if (!complete || !in_braces(nest, body, site) || !lower_leaf_checked(nest->lowering, (struct leaf *)&site->leaves[0]))
			continue;
		if (complete->expression && constant_value(complete->expression, &value) && value == 0)
			continue;
		if (init || site->pragma->start > scan->pragma->start) {
			error_at(source, site->pragma->start, "the initialisation phase ends once, before the other phases");
			return false;
		}
		init = site;
	}
	unsigned begin = body.start + 1;
	phases->init = (struct span){begin, init ? init->pragma->start : begin};
	if (init)
		begin = init->pragma->end;
	struct span before = {begin, scan->pragma->start}, after = {scan->pragma->end, body.end - 1};
	phases->inclusive = clause_find(scan->pragma->clauses, C_INCLUSIVE);
	phases->input = phases->inclusive ? before : after;
	phases->scan = phases->inclusive ? after : before;
	if (phases->inclusive)
		phases->around_input = (struct span){body.start + 1, before.end};
	else if (!init)
		phases->around_input = after;
	return true;
}

/* Whether the declaration gives the variable a value; also where a macro might. */
static bool has_value(const struct nest *nest, const struct variable *variable)
{
	const char *text = nest->lowering->source->text;
	const struct declaration *declaration = variable->declarations;
	if (survey_invocation(nest->lowering->survey, declaration->name_offset))
		return true;
	return scan_find(text + declaration->name_offset, text + declaration->end, "=") != NULL;
}

/* Whether pointers into what an iteration has for itself may exist: they mean nothing in the second run. */
static bool pointers_into_iteration(const struct nest *nest, const struct phases *phases)
{
	for (const struct share *share = nest->leaf->shares; share; share = share->next)
		if (share->sharing == SHARING_REDUCTION && (share->variable->address_taken || share->variable->type->class == TYPE_ARRAY))
			return true;
	for (int i = 0; i < nest->depth; i++)
		if (nest->leaf->site->loops[i].variable->address_taken)
			return true;
	for (const struct variable *v = nest->lowering->survey->variables; v; v = v->next)
		if ((contains(phases->init, v->scope_start) || contains(phases->input, v->scope_start)) &&
		    (v->address_taken || v->type->class == TYPE_ARRAY))
			return true;
	return false;
}

/* Whether the type can be written outside of the loop's body. */
static bool type_is_known_outside(const struct nest *nest, struct span body, const struct ctype *type)
{
	const char *spelling = type->class == TYPE_ARRAY ? type->element : type->spelling, *end = spelling + strlen(spelling);
	if (strchr(spelling, '('))
		return type->class == TYPE_POINTER && !strstr(spelling, "(un") && !strstr(spelling, "(anon");
	for (struct lexeme word = scan(spelling, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		for (const struct local_type *t = nest->lowering->survey->local_types; t; t = t->next)
			if (t->name && contains(body, t->start) && lexeme_is(word, t->name))
				return false;
	return true;
}

/* Says why the value of a variable of the first run cannot be kept for the second. */
static bool can_keep(const struct nest *nest, const struct phases *phases, const struct site *scan, const struct variable *v)
{
	struct source *source = nest->lowering->source;
	struct span body = nest->leaf->site->loops[nest->leaf->site->loop_count - 1].body;
	enum ctype_class class = v->type->class == TYPE_ARRAY ? v->type->element_class : v->type->class;
	const char *why = NULL;
	if (v->storage != STORAGE_AUTO || v->type->variable || v->type->is_atomic || v->type->is_volatile || class == TYPE_OTHER)
		why = "which is static, volatile, atomic, of variable length or of a type of the compiler's own";
	else if (!type_is_known_outside(nest, body, v->type))
		why = "whose type is declared in the loop's body";
	else if ((class == TYPE_POINTER || class == TYPE_RECORD) && pointers_into_iteration(nest, phases))
		why = "which may hold a pointer to another variable of the iteration";
	if (why)
		unsupported_at(source, scan->pragma->start, "'scan' between the declaration of '%s' and a use, %s", v->name, why);
	return !why;
}

/* Notes a variable that is declared in one run and used in the other.  False: an error was printed. */
static bool note_variable(struct nest *nest, struct phases *phases, const struct site *scan, const struct variable *v)
{
	struct lowering *lowering = nest->lowering;
	bool in_init = contains(phases->init, v->scope_start), in_first = in_init || contains(phases->input, v->scope_start);
	bool used = in_first ? nest_uses_variable(nest, phases->scan, v) : nest_uses_variable(nest, phases->input, v);
	struct kept kept = {.variable = v, .after_init = in_init && !phases->inclusive};
	bool set = in_first ? nest_uses_variable(nest, phases->init, v) || (!kept.after_init && nest_uses_variable(nest, phases->input, v))
			    : nest_uses_variable(nest, phases->scan, v);
	if ((!in_first && !contains(phases->scan, v->scope_start)) || !used)
		return true;
	if (!in_first && (set || has_value(nest, v))) {
		unsupported_at(lowering->source, scan->pragma->start, "'scan exclusive' between the declaration of '%s' and a use: what stands after it runs "
			       "first; 'scan init_complete' ends statements that run before both", v->name);
		return false;
	}
	if (!can_keep(nest, phases, scan, v))
		return false;
	if (set || has_value(nest, v))
		kept.name = nest_name(nest, v->name, "kept");
	kept.next = phases->kept;
	phases->kept = arena_alloc(lowering->arena, sizeof kept);
	*phases->kept = kept;
	return true;
}

bool phases_read(struct nest *nest, const struct site *scan, struct phases *phases, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	*phases = (struct phases){.kept = NULL};
	if (!split_body(nest, scan, phases))
		return false;
	struct span body = nest->leaf->site->loops[nest->leaf->site->loop_count - 1].body;
	for (const struct variable *v = nest->lowering->survey->variables; v; v = v->next)
		if (contains(body, v->scope_start) && v->scope_end >= body.end - 1 && !note_variable(nest, phases, scan, v))
			return false;
	for (const struct type_reference *r = nest->lowering->survey->type_references; r; r = r->next)
		if (contains(body, r->type->start) && r->type->scope_end >= body.end - 1 && !r->type->removed &&
		    contains(phases->scan, r->offset) != contains(phases->scan, r->type->start)) {
			unsupported_at(nest->lowering->source, scan->pragma->start, "'scan' between the declaration of the type '%s' and a use",
				       r->type->name ? r->type->name : "without a name");
			return false;
		}
	for (const struct kept *kept = phases->kept; kept; kept = kept->next)
		if (kept->name)
			add_line(out, "%s = ppcc_keep(0, (%s.end - %s.begin) * sizeof *%s);",
				 ctype_declare_pointer(arena, ctype_unqualified(arena, kept->variable->type), arena_printf(arena, "const %s", kept->name), NULL),
				 nest->loop, nest->loop, kept->name);
	return true;
}

void phases_release(struct nest *nest, const struct phases *phases, struct text *out)
{
	(void)nest;
	for (const struct kept *kept = phases->kept; kept; kept = kept->next)
		if (kept->name)
			add_line(out, "ppcc_release(%s);", kept->name);
}

/* The text of a phase, without blank lines around it. */
static void add_text(struct nest *nest, struct span span, struct text *out)
{
	const char *text = nest->lowering->source->text;
	while (span.start < span.end && strchr(" \t\r\n", text[span.start]))
		span.start++;
	while (span.end > span.start && strchr(" \t\r\n", text[span.end - 1]))
		span.end--;
	if (span.start < span.end)
		add_line(out, "%s", lower_span(nest->lowering, body_leaf(nest), span));
}

static const char *block(struct nest *nest, struct text *inside)
{
	const char *result = ";";
	if (inside->length > 0)
		result = arena_printf(nest->lowering->arena, "{\n\t%s\n}", indent_lines(nest->lowering->arena, inside->data, "\t"));
	text_release(inside);
	return result;
}

static const char *element_of(struct nest *nest, const struct kept *kept)
{
	return arena_printf(nest->lowering->arena, "%s[%s - %s.begin]", kept->name, nest->k, nest->loop);
}

static bool by_assignment(const struct kept *kept)
{
	return kept->variable->type->class != TYPE_ARRAY && kept->variable->type->class != TYPE_RECORD;
}

static void keep_values(struct nest *nest, const struct phases *phases, bool after_init, struct text *out)
{
	for (const struct kept *kept = phases->kept; kept; kept = kept->next) {
		const char *name = kept->variable->name;
		if (!kept->name || kept->after_init != after_init)
			continue;
		if (by_assignment(kept))
			add_line(out, "%s = %s;", element_of(nest, kept), name);
		else
			add_line(out, "__builtin_memcpy(&%s, &%s, sizeof %s);", element_of(nest, kept), name, name);
	}
}

/* Declares the variables that the phase uses and does not declare. */
static void declare_again(struct nest *nest, const struct phases *phases, struct span phase, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	for (const struct kept *kept = phases->kept; kept; kept = kept->next) {
		const struct variable *v = kept->variable;
		bool array = v->type->class == TYPE_ARRAY;
		const char *declaration = with_alignment(nest->lowering, v, ctype_declare(arena, array ? ctype_unqualified(arena, v->type) : v->type, v->name));
		if (contains(phase, v->scope_start) || !nest_uses_variable(nest, phase, v))
			continue;
		if (kept->name && !array)
			add_line(out, "%s = %s;", declaration, element_of(nest, kept));
		else
			add_line(out, "%s;", declaration);
		if (kept->name && array)
			add_line(out, "__builtin_memcpy(%s, %s, sizeof %s);", v->name, element_of(nest, kept), v->name);
	}
}

/* A variable that is declared in the phase and used in the other run only. */
static void use_variables(struct nest *nest, const struct phases *phases, struct span phase, struct text *out)
{
	for (const struct kept *kept = phases->kept; kept; kept = kept->next)
		if (!kept->name && contains(phase, kept->variable->scope_start))
			add_line(out, "(void)%s;", kept->variable->name);
	(void)nest;
}

const char *phases_input(struct nest *nest, const struct phases *phases)
{
	struct text inside = {0};
	if (!is_empty(phases->init)) {
		add_text(nest, phases->init, &inside);
		use_variables(nest, phases, phases->init, &inside);
		keep_values(nest, phases, true, &inside);
	}
	for (const struct kept *kept = phases->kept; kept; kept = kept->next) /* one of the scan phase, without a value */
		if (contains(phases->scan, kept->variable->scope_start))
			declare_again(nest, &(struct phases){.kept = &(struct kept){.variable = kept->variable}}, phases->input, &inside);
	add_text(nest, phases->input, &inside);
	use_variables(nest, phases, phases->input, &inside);
	keep_values(nest, phases, false, &inside);
	return block(nest, &inside);
}

const char *phases_scan(struct nest *nest, const struct phases *phases)
{
	struct text inside = {0};
	declare_again(nest, phases, phases->scan, &inside);
	add_text(nest, phases->scan, &inside);
	use_variables(nest, phases, phases->scan, &inside);
	return block(nest, &inside);
}
