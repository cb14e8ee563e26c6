/*
 * atomic.c - the atomic construct (OpenMP 5.2, 15.8.4) by the compiler's __atomic built-ins: one instruction where the
 * processor has it for the operator and type, else a loop around compare and exchange; a lock for types of other sizes.
 */
#include "atomic.h"

#include "diagnostic.h"
#include "pthread_target.h"
#include "scan.h"

#include <string.h>

struct code {
	struct lowering *lowering;
	struct leaf *leaf;
	struct atomic_statement s;
	const struct typed_expression *type; /* of x */
	const char *x, *address, *order, *failure;
	const char *old, *new, *value;       /* names */
};

static const char *expression(const struct code *code, struct span span)
{
	return lower_expression(code->lowering, code->leaf, span);
}

static const char *memory_order(const struct lowering *lowering, const struct leaf *leaf, enum atomic_action action)
{
	const char *implied = default_memory_order(lowering);
	bool read = action == ATOMIC_READ, write = action == ATOMIC_WRITE && !leaf_clause(leaf, C_CAPTURE);
	if (leaf_clause(leaf, C_SEQ_CST))
		return "__ATOMIC_SEQ_CST";
	if (leaf_clause(leaf, C_ACQ_REL))
		return read ? "__ATOMIC_ACQUIRE" : write ? "__ATOMIC_RELEASE" : "__ATOMIC_ACQ_REL";
	if (leaf_clause(leaf, C_ACQUIRE) && !write)
		return "__ATOMIC_ACQUIRE";
	if (leaf_clause(leaf, C_RELEASE) && !read)
		return "__ATOMIC_RELEASE";
	if (implied && !leaf_clause(leaf, C_RELAXED) && !leaf_clause(leaf, C_ACQUIRE) && !leaf_clause(leaf, C_RELEASE)) {
		if (!strcmp(implied, "seq_cst"))
			return "__ATOMIC_SEQ_CST";
		if (!strcmp(implied, "acq_rel"))
			return read ? "__ATOMIC_ACQUIRE" : write ? "__ATOMIC_RELEASE" : "__ATOMIC_ACQ_REL";
	}
	return "__ATOMIC_RELAXED";
}

/* The order when a compare and exchange fails: never release. */
static const char *failure_order(const struct leaf *leaf, const char *order)
{
	const struct clause *fail = leaf_clause(leaf, C_FAIL);
	if (fail)
		return !strcmp(fail->keyword, "seq_cst") ? "__ATOMIC_SEQ_CST" : !strcmp(fail->keyword, "acquire") ? "__ATOMIC_ACQUIRE" : "__ATOMIC_RELAXED";
	if (!strcmp(order, "__ATOMIC_ACQ_REL"))
		return "__ATOMIC_ACQUIRE";
	return !strcmp(order, "__ATOMIC_RELEASE") ? "__ATOMIC_RELAXED" : order;
}

static bool is_lock_free(const struct typed_expression *type)
{
	return (type->size == 1 || type->size == 2 || type->size == 4 || type->size == 8) && type->class != TYPE_RECORD;
}

/* The built-ins want the order of success at least as strong as that of failure. */
static const char *success_order(const char *order, const char *failure)
{
	if (!strcmp(failure, "__ATOMIC_SEQ_CST"))
		return failure;
	if (!strcmp(failure, "__ATOMIC_ACQUIRE"))
		return !strcmp(order, "__ATOMIC_RELAXED") ? failure : !strcmp(order, "__ATOMIC_RELEASE") ? "__ATOMIC_ACQ_REL" : order;
	return order;
}

static const char *read_code(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	const char *v = expression(code, code->s.v);
	if (atomic_is_integer(code->type) || code->type->class == TYPE_POINTER)
		return arena_printf(arena, "%s = __atomic_load_n(%s, %s);", v, code->address, code->order);
	return arena_printf(arena, "{\n\t%s;\n\t__atomic_load(%s, &%s, %s);\n\t%s = %s;\n}",
			    ctype_declare_spelling(arena, code->type->spelling, code->value), code->address, code->value, code->order, v, code->value);
}

static const char *capture_line(const struct code *code, const char *value)
{
	return arena_printf(code->lowering->arena, "%s = %s;", expression(code, code->s.v), value);
}

/* "double old, new;" */
static const char *declare_pair(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	return arena_printf(arena, "%s;\n\t%s;", ctype_declare_spelling(arena, code->type->spelling, code->old),
			    ctype_declare_spelling(arena, code->type->spelling, code->new));
}

static const char *write_code(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	const char *value = expression(code, code->s.value);
	if (code->s.captured != CAPTURE_NONE) {
		bool old = code->s.captured == CAPTURE_OLD;
		return arena_printf(arena, "{\n\t%s\n\t%s = %s;\n\t__atomic_exchange(%s, &%s, &%s, %s);\n\t%s\n}", declare_pair(code), code->new, value,
				    code->address, code->new, code->old, code->order, capture_line(code, old ? code->old : code->new));
	}
	if (atomic_is_integer(code->type))
		return arena_printf(arena, "__atomic_store_n(%s, %s, %s);", code->address, value, code->order);
	return arena_printf(arena, "{\n\t%s = %s;\n\t__atomic_store(%s, &%s, %s);\n}",
			    ctype_declare_spelling(arena, code->type->spelling, code->value), value, code->address, code->value, code->order);
}

/* The one instruction that does the update; null when there is none for the operator and the types. */
static const char *fetch_code(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	const struct atomic_statement *s = &code->s;
	const char *word = atomic_word(s->operator);
	if (!word || !atomic_is_integer(code->type) || (s->reversed && *s->operator == '-'))
		return NULL;
	if (!atomic_is_step(&code->s) && !atomic_is_integer(survey_type_of(code->lowering->survey, s->value.start, s->value.end)))
		return NULL;
	const char *value = atomic_is_step(&code->s) ? "1" : expression(code, s->value);
	const char *arguments = arena_printf(arena, "(%s, %s, %s)", code->address, value, code->order);
	if (s->captured == CAPTURE_NONE)
		return arena_printf(arena, "__atomic_fetch_%s%s;", word, arguments);
	if (s->captured == CAPTURE_OLD)
		return capture_line(code, arena_printf(arena, "__atomic_fetch_%s%s", word, arguments));
	return capture_line(code, arena_printf(arena, "__atomic_%s_fetch%s", word, arguments));
}

static const char *exchange(const struct code *code)
{
	return arena_printf(code->lowering->arena, "__atomic_compare_exchange(%s, &%s, &%s, 0, %s, %s)", code->address, code->old, code->new, code->order,
			    code->failure);
}

static const char *update_code(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	const struct atomic_statement *s = &code->s;
	const char *fetch = fetch_code(code);
	if (fetch)
		return fetch;
	const char *value = "1", *declare_value = "";
	if (!atomic_is_step(&code->s)) {
		const struct typed_expression *type = survey_type_of(code->lowering->survey, s->value.start, s->value.end);
		const char *text = expression(code, s->value);
		value = code->value;
		if (type)
			declare_value = arena_printf(arena, "%s = %s;\n\t", ctype_declare_spelling(arena, type->spelling, value), text);
		else
			declare_value = arena_printf(arena, "__typeof__(%s) %s = %s;\n\t", text, value, text);
	}
	const char *computed = s->reversed ? arena_printf(arena, "%s %s %s", value, s->operator, code->old)
					   : arena_printf(arena, "%s %s %s", code->old, s->operator, value);
	const char *capture = s->captured == CAPTURE_NONE ? ""
							  : arena_printf(arena, "\n\t%s", capture_line(code, s->captured == CAPTURE_OLD ? code->old : code->new));
	return arena_printf(arena, "{\n\t%s%s\n\t__atomic_load(%s, &%s, __ATOMIC_RELAXED);\n\tdo\n\t\t%s = %s;\n\twhile (!%s);%s\n}", declare_value,
			    declare_pair(code), code->address, code->old, code->new, computed, exchange(code), capture);
}

static const char *compare_code(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	const struct atomic_statement *s = &code->s;
	bool wants_outcome = s->captured == CAPTURE_NEW || s->captured == CAPTURE_FAILURE || s->result.end > 0;
	const char *changed = survey_free_name(code->lowering->survey, "changed");
	const char *attempt = wants_outcome ? arena_printf(arena, "(%s = %s)", changed, exchange(code)) : exchange(code);
	struct text out = {0};
	add_line(&out, "{\n\t%s", declare_pair(code));
	if (wants_outcome)
		add_line(&out, "\t_Bool %s = 0;", changed);
	add_line(&out, "\t%s = %s;", code->new, expression(code, s->value));
	add_line(&out, "\t__atomic_load(%s, &%s, __ATOMIC_RELAXED);", code->address, code->old);
	add_line(&out, "\twhile (%s && !%s)\n\t\t;", parenthesised(arena, atomic_with_x_as(code->lowering, expression(code, s->condition), code->x, code->old)), attempt);
	if (s->result.end > 0)
		add_line(&out, "\t%s = %s;", expression(code, s->result), changed);
	if (s->captured == CAPTURE_OLD)
		add_line(&out, "\t%s", capture_line(code, code->old));
	else if (s->captured == CAPTURE_NEW)
		add_line(&out, "\t%s", capture_line(code, arena_printf(arena, "%s ? %s : %s", changed, code->new, code->old)));
	else if (s->captured == CAPTURE_FAILURE)
		add_line(&out, "\tif (!%s)\n\t\t%s", changed, capture_line(code, code->old));
	add_line(&out, "}");
	const char *result = lines_of(code->lowering, &out);
	text_release(&out);
	return result;
}

/* One lock for all locations: for types that no instruction covers. */
static const char *locked_code(struct lowering *lowering, struct leaf *leaf)
{
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)}, {"declare", ""},      {"before", "ppcc_atomic_enter();"},
		{"body", lower_body(lowering, leaf)},     {"after", "ppcc_atomic_leave();"}, {NULL, NULL},
	};
	return template_fill(lowering->arena, "pthread", "bracketed", lower_offset(leaf), holes);
}

static const char *bad_form(struct lowering *lowering, const struct leaf *leaf)
{
	const struct statement *statement = leaf->site->statement;
	for (unsigned i = statement->start; i < statement->end; i++) {
		const struct invocation *invocation = survey_invocation(lowering->survey, i);
		if (invocation) {
			region_expand(lowering->tree, invocation->start);
			return "";
		}
	}
	const char *kind = leaf_clause(leaf, C_READ) ? "read" : leaf_clause(leaf, C_WRITE) ? "write" : leaf_clause(leaf, C_CAPTURE) ? "capture"
		: leaf_clause(leaf, C_COMPARE) ? "compare" : "update";
	error_at(lowering->source, statement->start, "this statement has none of the forms that 'atomic %s' allows", kind);
	return NULL;
}

const char *lower_atomic(struct lowering *lowering, struct leaf *leaf)
{
	struct code code = {.lowering = lowering, .leaf = leaf};
	if (!atomic_parse(lowering, leaf, &code.s))
		return bad_form(lowering, leaf);
	code.type = survey_type_of(lowering->survey, code.s.x.start, code.s.x.end);
	if (!code.type)
		return bad_form(lowering, leaf);
	const char *mark = mark_generated(lowering->arena, lower_offset(leaf));
	if (code.type->is_atomic || code.type->bit_field || !is_lock_free(code.type))
		return locked_code(lowering, leaf);
	code.x = expression(&code, code.s.x);
	code.address = atomic_address(lowering->arena, code.x);
	code.order = memory_order(lowering, leaf, code.s.action);
	code.failure = failure_order(leaf, code.order);
	if (code.s.action == ATOMIC_COMPARE)
		code.order = success_order(code.order, code.failure);
	code.old = survey_free_name(lowering->survey, "old");
	code.new = survey_free_name(lowering->survey, "new");
	code.value = survey_free_name(lowering->survey, "value");
	const char *text;
	switch (code.s.action) {
	case ATOMIC_READ: text = read_code(&code); break;
	case ATOMIC_WRITE: text = write_code(&code); break;
	case ATOMIC_UPDATE: text = update_code(&code); break;
	default: text = compare_code(&code); break;
	}
	const char *origin = lower_origin(lowering, leaf);
	if (text[0] == '{')
		return arena_printf(lowering->arena, "%s{ /* %s */%s", mark, origin, text + 1);
	return arena_printf(lowering->arena, "%s%s /* %s */", mark, text, origin);
}
