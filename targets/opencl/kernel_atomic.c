/*
 * kernel_atomic.c - the atomic construct in a kernel (OpenMP 5.2, 15.8.4): a built-in function of OpenCL C where it has one for
 * the operator and the type, else a loop around compare and exchange.  64 bits need cl_khr_int64_base_atomics.
 */
#include "atomic.h"

#include "diagnostic.h"
#include "opencl_target.h"

#include <string.h>

struct code {
	struct lowering *lowering;
	struct leaf *leaf;
	struct atomic_statement s;
	const struct typed_expression *type; /* of x */
	const char *x, *address, *old, *new, *value;
};

static const char *expression(const struct code *code, struct span span)
{
	return lower_expression(code->lowering, code->leaf, span);
}

static const char *prefix(const struct code *code)
{
	return code->type->size == 8 ? "atom" : "atomic";
}

static const char *capture_line(const struct code *code, const char *value)
{
	return arena_printf(code->lowering->arena, "%s = %s;", expression(code, code->s.v), value);
}

/* The lines as a block, unless they are one. */
static const char *block_of(const struct code *code, struct text *lines)
{
	struct arena *arena = code->lowering->arena;
	const char *text = arena_strndup(arena, lines->data, lines->length), *origin = lower_origin(code->lowering, code->leaf);
	text_release(lines);
	if (!strchr(text, '\n'))
		return arena_printf(arena, "%s /* %s */", text, origin);
	return arena_printf(arena, "{ /* %s */\n\t%s\n}", origin, indent_lines(arena, text, "\t"));
}

/* "const T value = e;" for an expression that is used more than once; false: its type is not known. */
static bool declare_value(const struct code *code, struct text *out)
{
	const struct typed_expression *type = survey_type_of(code->lowering->survey, code->s.value.start, code->s.value.end);
	if (!type) {
		unsupported_at(code->lowering->source, code->s.value.start, "the value of an atomic construct");
		return false;
	}
	add_line(out, "const %s = %s;", ctype_declare_spelling(code->lowering->arena, type->spelling, code->value), expression(code, code->s.value));
	return true;
}

/* Whether the attempt to put `new` in place of `old` fails. */
static const char *fails(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	if (atomic_is_integer(code->type))
		return arena_printf(arena, "%s_cmpxchg(%s, %s, %s) != %s", prefix(code), code->address, code->old, code->new, code->old);
	const char *bits = code->type->size == 8 ? "long" : "int";
	return arena_printf(arena, "%s_cmpxchg((volatile %s *)%s, as_%s(%s), as_%s(%s)) != as_%s(%s)", prefix(code), bits, code->address, bits, code->old, bits,
			    code->new, bits, code->old);
}

static const char *volatile_x(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	return arena_printf(arena, "*(volatile %s)%s", ctype_declare_spelling(arena, code->type->spelling, "*"), code->address);
}

static void declare_old_new(const struct code *code, struct text *out)
{
	add_line(out, "%s, %s;", ctype_declare_spelling(code->lowering->arena, code->type->spelling, code->old), code->new);
}

/* The loop that ends when `new` was put in place of `old`. */
static void add_loop(const struct code *code, const char *computed, struct text *out)
{
	add_line(out, "do {\n\t%s = %s;\n\t%s = %s;\n} while (%s);", code->old, volatile_x(code), code->new, computed, fails(code));
	if (code->s.captured != CAPTURE_NONE)
		add_line(out, "%s", capture_line(code, code->s.captured == CAPTURE_OLD ? code->old : code->new));
}

static bool has_built_in(const struct code *code)
{
	const struct atomic_statement *s = &code->s;
	const char *word = atomic_word(s->operator);
	if (!word || !atomic_is_integer(code->type) || (s->reversed && *s->operator == '-') || (code->type->size == 8 && strchr("&|^", *s->operator)))
		return false;
	return atomic_is_step(&code->s) || atomic_is_integer(survey_type_of(code->lowering->survey, s->value.start, s->value.end));
}

static const char *update_code(const struct code *code)
{
	struct arena *arena = code->lowering->arena;
	const struct atomic_statement *s = &code->s;
	struct text out = {0};
	if (has_built_in(code)) {
		const char *value = atomic_is_step(&code->s) ? "1" : expression(code, s->value);
		if (s->captured == CAPTURE_NEW && !atomic_is_step(&code->s)) {
			declare_value(code, &out);
			value = code->value;
		}
		const char *call = atomic_is_step(&code->s) ? arena_printf(arena, "%s_%s(%s)", prefix(code), *s->operator == '+' ? "inc" : "dec", code->address)
						 : arena_printf(arena, "%s_%s(%s, %s)", prefix(code), atomic_word(s->operator), code->address, value);
		if (s->captured == CAPTURE_NONE)
			add_line(&out, "%s;", call);
		else
			add_line(&out, "%s", capture_line(code, s->captured == CAPTURE_OLD ? call : arena_printf(arena, "(%s)(%s %s %s)", code->type->spelling, call, s->operator, value)));
		return block_of(code, &out);
	}
	const char *value = atomic_is_step(&code->s) ? "1" : code->value;
	if (!atomic_is_step(&code->s) && !declare_value(code, &out))
		return NULL;
	declare_old_new(code, &out);
	add_loop(code, s->reversed ? arena_printf(arena, "%s %s %s", value, s->operator, code->old) : arena_printf(arena, "%s %s %s", code->old, s->operator, value), &out);
	return block_of(code, &out);
}

static const char *write_code(const struct code *code)
{
	struct text out = {0};
	const char *value = expression(code, code->s.value);
	if (code->s.captured == CAPTURE_NONE) {
		add_line(&out, "%s = %s;", volatile_x(code), value);
		return block_of(code, &out);
	}
	add_line(&out, "const %s = %s;", ctype_declare_spelling(code->lowering->arena, code->type->spelling, code->value), value);
	declare_old_new(code, &out);
	add_loop(code, code->value, &out);
	return block_of(code, &out);
}

static const char *read_code(const struct code *code)
{
	struct text out = {0};
	add_line(&out, "%s", capture_line(code, volatile_x(code)));
	return block_of(code, &out);
}

static const char *compare_code(const struct code *code)
{
	struct lowering *lowering = code->lowering;
	struct arena *arena = lowering->arena;
	const struct atomic_statement *s = &code->s;
	const char *changed = survey_free_name(lowering->survey, "changed");
	const char *condition = atomic_with_x_as(lowering, expression(code, s->condition), code->x, code->old);
	struct text out = {0};
	declare_old_new(code, &out);
	add_line(&out, "int %s;", changed);
	add_line(&out, "%s = %s;", code->new, expression(code, s->value));
	add_line(&out, "do {\n\t%s = %s;\n\t%s = %s;\n} while (%s && %s);", code->old, volatile_x(code), changed, condition, changed, fails(code));
	if (s->result.end > 0)
		add_line(&out, "%s = %s;", expression(code, s->result), changed);
	if (s->captured == CAPTURE_OLD)
		add_line(&out, "%s", capture_line(code, code->old));
	else if (s->captured == CAPTURE_NEW)
		add_line(&out, "%s", capture_line(code, arena_printf(arena, "%s ? %s : %s", changed, code->new, code->old)));
	else if (s->captured == CAPTURE_FAILURE)
		add_line(&out, "if (!%s)\n\t%s", changed, capture_line(code, code->old));
	return block_of(code, &out);
}

static bool is_ordered(const struct leaf *leaf)
{
	return leaf_clause(leaf, C_SEQ_CST) || leaf_clause(leaf, C_ACQ_REL) || leaf_clause(leaf, C_ACQUIRE) || leaf_clause(leaf, C_RELEASE);
}

const char *kernel_atomic(struct lowering *lowering, struct leaf *leaf)
{
	struct code code = {.lowering = lowering, .leaf = leaf};
	struct arena *arena = lowering->arena;
	if (atomic_parse(lowering, leaf, &code.s))
		code.type = survey_type_of(lowering->survey, code.s.x.start, code.s.x.end);
	if (!code.type || code.type->bit_field || code.type->is_atomic || code.type->class > TYPE_FLOAT || code.type->class == TYPE_BOOL ||
	    (code.type->size != 4 && code.type->size != 8)) {
		unsupported_at(lowering->source, lower_offset(leaf), "an atomic access to a variable of this type");
		return NULL;
	}
	code.x = expression(&code, code.s.x);
	code.address = atomic_address(arena, code.x);
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
	if (!text || !is_ordered(leaf))
		return text;
	static const char fence[] = "mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);";
	return arena_printf(arena, "{\n\t%s\n\t%s\n\t%s\n}", fence, indent_lines(arena, text, "\t"), fence);
}
