#include "kernel_serial.h"

#include "code_edits.h"
#include "kernel_effects.h"
#include "scan.h"

#include <string.h>

#define BARRIER "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);"
#define ONE_ITEM "if (get_local_id(0) == 0)"

struct serial {
	struct arena *arena;
	const char *code;
	struct kernel_code *result;
	struct code_edits edits;
	struct serial_variable *variables, **next_variable;
	bool changed;         /* another variable turned out to be shared */
	bool writing;         /* all are known: edits are made */
	bool reads;           /* memory was read by each work-item since the last barrier */
	struct text declared; /* the shared variables */
	bool has_condition;   /* one of them holds what a condition was */
};

enum who { BY_EACH, BY_ONE, BY_TEAM, NOTHING };

static void problem(struct serial *serial, CXCursor where, const char *format, const char *name)
{
	if (serial->result->problem)
		return;
	serial->result->problem = arena_printf(serial->arena, format, name);
	clang_getPresumedLocation(clang_getCursorLocation(where), NULL, &serial->result->line, NULL);
}

/* The end of a statement, with its semicolon and a comment that ends the line. */
static unsigned end_of(const struct serial *serial, CXCursor statement)
{
	const char *code = serial->code;
	unsigned end = cursor_offset(clang_getRangeEnd(clang_getCursorExtent(statement))), after = end + (unsigned)strspn(code + end, " \t\n");
	if (code[after] == ';')
		end = after + 1;
	after = end + (unsigned)strspn(code + end, " \t");
	const char *line = code + after + strcspn(code + after, "\n"), *close = !strncmp(code + after, "/*", 2) ? strstr(code + after, "*/") : NULL;
	if (!strncmp(code + after, "//", 2) || (close && close + 2 == line))
		end = (unsigned)(line - code);
	return end;
}

/* The blanks at the front of the line that an offset is on. */
static const char *indent_at(const struct serial *serial, unsigned offset)
{
	while (offset > 0 && serial->code[offset - 1] != '\n')
		offset--;
	return arena_strndup(serial->arena, serial->code + offset, strspn(serial->code + offset, " \t"));
}

/* ---------------------------------------------------------------------------------------------- variables */

static void share(struct serial *serial, struct serial_variable *variable)
{
	serial->changed |= !variable->shared;
	variable->shared = true;
}

/* Where statements write variables that others read, these are shared. */
static struct effects effects_of(struct serial *serial, CXCursor statement)
{
	struct effects effects = {.arena = serial->arena, .variables = serial->variables};
	effects_add(&effects, statement);
	for (struct written *w = effects.written; w; w = w->next)
		if (w->by_team)
			share(serial, w->variable);
	return effects;
}

static void share_written(struct serial *serial, const struct effects *effects)
{
	for (struct written *w = effects->written; w; w = w->next)
		share(serial, w->variable);
}

static bool writes_shared(const struct effects *effects)
{
	for (const struct written *w = effects->written; w; w = w->next)
		if (w->variable->shared)
			return true;
	return false;
}

static struct serial_variable *variable_for(struct serial *serial, CXCursor cursor, bool parameter, bool header)
{
	struct effects all = {.variables = serial->variables};
	struct serial_variable *variable = effects_variable(&all, cursor);
	if (variable)
		return variable;
	const char *name = cursor_name(serial->arena, cursor);
	unsigned others = 0;
	for (const struct serial_variable *v = serial->variables; v; v = v->next)
		others += !strcmp(v->name, name);
	variable = ARENA_NEW(serial->arena, struct serial_variable);
	*variable = (struct serial_variable){NULL, cursor, name, name, parameter, header, false};
	if (parameter)
		variable->new_name = arena_printf(serial->arena, "%s_shared", name);
	else if (others)
		variable->new_name = arena_printf(serial->arena, "%s_%u", name, others + 1);
	*serial->next_variable = variable;
	serial->next_variable = &variable->next;
	return variable;
}

/* The declaration of a variable in local memory. */
static void declare_shared(struct serial *serial, const struct serial_variable *variable)
{
	CXType type = clang_getCursorType(variable->cursor);
	CXString string = clang_getTypeSpelling(clang_getUnqualifiedType(type));
	const char *spelling = arena_strdup(serial->arena, clang_getCString(string)), *array = strchr(spelling, '[');
	clang_disposeString(string);
	if (spaces_depth(type) != 0) { /* where the pointer is stands behind its last star, what it leads to before its type (kernel_code.c) */
		if (strchr(spelling, '(') || array || !strchr(spelling, '*'))
			problem(serial, variable->cursor, "the team shares '%s', which its serial part sets and which has pointers in it", variable->name);
		text_printf(&serial->declared, "\n\t%s__local %s;", spelling, variable->new_name);
		return;
	}
	if (!strncmp(spelling, "const ", 6))
		spelling += 6;
	size_t length = array ? (size_t)(array - spelling) : strlen(spelling);
	text_printf(&serial->declared, "\n\t__local %.*s %s%s;", (int)length, spelling, variable->new_name, array ? array : "");
}

/* What the OpenMP routines say where one thread runs; null: the same as in a parallel region. */
static const char *serial_answer(const char *routine)
{
	if (!strcmp(routine, "omp_get_thread_num") || !strcmp(routine, "omp_in_parallel") || !strcmp(routine, "omp_get_level") || !strcmp(routine, "omp_get_active_level"))
		return "0";
	return strcmp(routine, "omp_get_num_threads") ? NULL : "1";
}

/* Whether a function, or one that it calls, asks what its caller's team is. */
static bool asks(struct serial *serial, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(serial->arena, cursor, &count);
	if (cursor.kind == CXCursor_CallExpr) {
		CXCursor definition = clang_getCursorDefinition(clang_getCursorReferenced(cursor));
		if (serial_answer(cursor_name(serial->arena, cursor)) || (definition.kind == CXCursor_FunctionDecl && asks(serial, definition)))
			return true;
	}
	for (unsigned i = 0; i < count; i++)
		if (asks(serial, children[i]))
			return true;
	return false;
}

/* References to variables that have another name when they are shared; calls that mean something else in serial code. */
static void rename_references(struct serial *serial, CXCursor cursor, bool in_team)
{
	unsigned count, start = cursor_start(cursor);
	CXCursor *children = cursor_children(serial->arena, cursor, &count), together;
	struct effects all = {.variables = serial->variables};
	if (cursor.kind == CXCursor_DeclRefExpr) {
		const struct serial_variable *variable = effects_variable(&all, clang_getCursorReferenced(cursor));
		if (variable && variable->shared && strcmp(variable->name, variable->new_name))
			code_edits_add(&serial->edits, start, start + (unsigned)strlen(variable->name), variable->new_name);
	}
	const char *answer = cursor.kind == CXCursor_CallExpr && !in_team ? serial_answer(cursor_name(serial->arena, cursor)) : NULL;
	if (cursor.kind == CXCursor_CallExpr && !in_team && !answer && asks(serial, cursor))
		problem(serial, cursor, "serial code calls '%s', which asks about threads", cursor_name(serial->arena, cursor));
	if (answer)
		code_edits_add(&serial->edits, start, cursor_offset(clang_getRangeEnd(clang_getCursorExtent(cursor))), answer);
	in_team |= effects_is_team(serial->arena, cursor, &together);
	for (unsigned i = 0; i < count && !answer; i++)
		rename_references(serial, children[i], in_team);
}

/* ---------------------------------------------------------------------------------------------- writing */

static void add_barrier_before(struct serial *serial, unsigned start)
{
	if (serial->writing)
		code_edits_add(&serial->edits, start, start, arena_printf(serial->arena, BARRIER "\n%s", indent_at(serial, start)));
}

static void add_barrier_after(struct serial *serial, unsigned start, unsigned end)
{
	if (serial->writing)
		code_edits_add(&serial->edits, end, end, arena_printf(serial->arena, "\n%s" BARRIER, indent_at(serial, start)));
}

/* code[start, end), `count` statements, is for one work-item. */
static void guard(struct serial *serial, unsigned start, unsigned end, unsigned count, bool last)
{
	const char *indent = indent_at(serial, start), *code = serial->code;
	if (serial->reads)
		add_barrier_before(serial, start);
	serial->reads = false;
	if (!serial->writing)
		return;
	bool braces = count > 1 || memchr(code + start, '\n', end - start);
	code_edits_add(&serial->edits, start, start, arena_printf(serial->arena, ONE_ITEM "%s\n%s\t", braces ? " {" : "", indent));
	for (unsigned i = start; i < end; i++)
		if (code[i] == '\n' && code[i + 1] != '#' && code[i + 1] != '\n')
			code_edits_add(&serial->edits, i + 1, i + 1, "\t");
	if (braces)
		code_edits_add(&serial->edits, end, end, arena_printf(serial->arena, "\n%s}", indent));
	if (!last)
		add_barrier_after(serial, start, end);
}

/* ---------------------------------------------------------------------------------------------- statements */

static enum who plan(struct serial *serial, CXCursor statement, bool last);

/* The initialiser of a variable: behind the parts of its type.  False: it has none. */
static bool initialiser_of(struct serial *serial, CXCursor variable, CXCursor *found)
{
	*found = clang_Cursor_getVarDeclInitializer(variable);
	(void)serial;
	return !clang_Cursor_isNull(*found);
}

/* A list that initialises an array goes to an array of constants, from which the elements are copied. */
static void write_elements(struct serial *serial, const struct serial_variable *variable, unsigned start, CXCursor value, const char *before)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(variable->cursor)), element = clang_getArrayElementType(type);
	CXString string = clang_getTypeSpelling(clang_getUnqualifiedType(element));
	const char *name = arena_strdup(serial->arena, clang_getCString(string)), *values = arena_printf(serial->arena, "%s_values", variable->new_name);
	unsigned end = cursor_offset(clang_getRangeEnd(clang_getCursorExtent(value)));
	long long count = clang_getArraySize(type);
	clang_disposeString(string);
	if (strchr(name, '[') || !strncmp(name, "const ", 6) || value.kind != CXCursor_InitListExpr)
		problem(serial, variable->cursor, "the team shares the array '%s', which has an initialiser", variable->name);
	code_edits_add(&serial->edits, start, cursor_start(value), arena_printf(serial->arena, "%sconst %s %s[%lld] = ", before, name, values, count));
	code_edits_add(&serial->edits, end, end, arena_printf(serial->arena, "; for (int e = 0; e < %lld; e++) %s[e] = %s[e]", count, variable->new_name, values));
}

/* Takes a declaration away, with its line when nothing else is on it. */
static void remove_statement(struct serial *serial, unsigned start, unsigned end)
{
	const char *code = serial->code;
	unsigned first = start, after = end + (code[end] == ';');
	after += (unsigned)strspn(code + after, " \t");
	while (first > 0 && strchr(" \t", code[first - 1]))
		first--;
	bool alone = first > 0 && code[first - 1] == '\n' && code[after] == '\n';
	code_edits_add(&serial->edits, alone ? first : start, alone ? after + 1 : end, alone ? "" : ";");
}

/* The declaration of shared variables becomes assignments; how many. */
static unsigned write_assignments(struct serial *serial, CXCursor statement, const CXCursor *variables, unsigned count)
{
	unsigned at = cursor_start(statement), end = cursor_offset(clang_getRangeEnd(clang_getCursorExtent(statement))), made = 0;
	for (unsigned i = 0; i < count; i++) {
		struct serial_variable *variable = variable_for(serial, variables[i], false, false);
		CXCursor value;
		if (!initialiser_of(serial, variables[i], &value))
			continue;
		CXType type = clang_getCanonicalType(clang_getCursorType(variables[i]));
		CXString name = clang_getTypeSpelling(clang_getUnqualifiedType(clang_getCursorType(variables[i])));
		const char *cast = value.kind == CXCursor_InitListExpr ? arena_printf(serial->arena, "(%s)", clang_getCString(name)) : "", *before = made ? "; " : "";
		clang_disposeString(name);
		if (type.kind == CXType_ConstantArray)
			write_elements(serial, variable, at, value, before);
		else
			code_edits_add(&serial->edits, at, cursor_start(value), arena_printf(serial->arena, "%s%s = %s", before, variable->new_name, cast));
		at = cursor_offset(clang_getRangeEnd(clang_getCursorExtent(value)));
		made++;
	}
	if (made && at + 1 < end)
		code_edits_add(&serial->edits, at, end, ";");
	if (!made)
		remove_statement(serial, cursor_start(statement), end);
	return made;
}

static enum who plan_declaration(struct serial *serial, CXCursor statement, bool header)
{
	unsigned count, variables = 0;
	CXCursor *children = cursor_children(serial->arena, statement, &count);
	struct effects effects = effects_of(serial, statement);
	bool shared = false, heavy = effects.flags & (EFFECT_WRITES | EFFECT_LOOPS);
	for (unsigned i = 0; i < count; i++) {
		if (children[i].kind != CXCursor_VarDecl)
			continue;
		struct serial_variable *variable = variable_for(serial, children[i], false, header);
		bool large = clang_Type_getSizeOf(clang_getCursorType(children[i])) > 64;
		if (heavy || large || spaces_is_local(children[i]))
			share(serial, variable);
		shared |= variable->shared;
		children[variables++] = children[i];
	}
	for (unsigned i = 0; shared && i < variables; i++) {
		struct serial_variable *variable = variable_for(serial, children[i], false, header);
		share(serial, variable);
		if (header)
			problem(serial, children[i], "the team shares '%s', the variable of a loop around parallel regions", variable->name);
		if (serial->writing)
			declare_shared(serial, variable);
	}
	if (shared) {
		share_written(serial, &effects);
		bool made = !serial->writing || write_assignments(serial, statement, children, variables) > 0;
		return made ? BY_ONE : NOTHING;
	}
	serial->reads |= (effects.flags & EFFECT_READS) != 0;
	return BY_EACH;
}

/* The statement behind the labels of a switch. */
static CXCursor after_labels(struct serial *serial, CXCursor statement)
{
	while (statement.kind == CXCursor_CaseStmt || statement.kind == CXCursor_DefaultStmt) {
		unsigned count;
		CXCursor *children = cursor_children(serial->arena, statement, &count);
		serial->reads = true; /* what runs before is one of several */
		statement = children[count - 1];
	}
	return statement;
}

/* The statements between start and end, none of which needs braces of its own, one after the other. */
static void plan_list(struct serial *serial, CXCursor *statements, unsigned count, bool last)
{
	unsigned run_start = 0, run_end = 0, run = 0;
	for (unsigned i = 0; i < count; i++) {
		bool final = last && i + 1 == count, labelled = statements[i].kind == CXCursor_CaseStmt || statements[i].kind == CXCursor_DefaultStmt;
		if (labelled && run) {
			guard(serial, run_start, run_end, run, false);
			run = 0;
		}
		statements[i] = after_labels(serial, statements[i]);
		struct effects effects = effects_of(serial, statements[i]);
		bool quiet = !(effects.flags & (EFFECT_TEAM | EFFECT_LEAVES | EFFECT_JUMPS));
		bool declares = statements[i].kind == CXCursor_DeclStmt;
		bool alone = quiet && (declares || (effects.flags & (EFFECT_WRITES | EFFECT_LOOPS)) || writes_shared(&effects));
		enum who who = BY_EACH;
		if (alone && declares) {
			who = plan_declaration(serial, statements[i], false);
		} else if (alone) {
			share_written(serial, &effects);
			who = BY_ONE;
		}
		if (who == BY_ONE) {
			run_start = run ? run_start : cursor_start(statements[i]);
			run_end = end_of(serial, statements[i]);
			run += declares ? 2 : 1; /* a declaration may become several statements */
		}
		if (run && (who == BY_EACH || final)) {
			bool nothing_follows = final && who != BY_EACH;
			guard(serial, run_start, run_end, run, nothing_follows);
			run = 0;
		}
		if (who == BY_EACH && !(alone && declares))
			plan(serial, statements[i], final);
	}
	if (run)
		guard(serial, run_start, run_end, run, last);
}

/* The statement that an if or a loop controls. */
static void plan_controlled(struct serial *serial, CXCursor statement, bool last)
{
	if (statement.kind == CXCursor_CompoundStmt) {
		plan(serial, statement, last);
		return;
	}
	struct effects effects = effects_of(serial, statement);
	bool each = !(effects.flags & (EFFECT_TEAM | EFFECT_WRITES | EFFECT_LOOPS)) && !writes_shared(&effects);
	if (serial->writing && !each)
		code_edits_add(&serial->edits, cursor_start(statement), cursor_start(statement), "{ ");
	plan_list(serial, &statement, 1, last);
	if (serial->writing && !each) {
		unsigned end = end_of(serial, statement);
		code_edits_add(&serial->edits, end, end, "\n}");
	}
}

/* The condition of a statement is found by one work-item, for all. */
static void write_condition(struct serial *serial, CXCursor statement, CXCursor expression, CXCursor body)
{
	struct arena *arena = serial->arena;
	enum CXTypeKind kind = clang_getCanonicalType(clang_getCursorType(expression)).kind;
	bool plain = kind == CXType_Bool || kind == CXType_Int;
	const char *name = strstr(serial->code, "condition_met") ? "the_condition_is_met" : "condition_met", *indent = indent_at(serial, cursor_start(statement)), *deeper = statement.kind == CXCursor_IfStmt ? indent : arena_printf(arena, "%s\t", indent);
	const char *find = arena_printf(arena, "%s" BARRIER "\n%s" ONE_ITEM "\n%s\t%s = %s", serial->reads || deeper != indent ? deeper : "", deeper, deeper, name, plain ? "" : "(");
	const char *found = arena_printf(arena, "%s;\n%s" BARRIER "\n%s", plain ? "" : ") != 0", deeper, deeper);
	unsigned start = cursor_start(statement), first = cursor_start(expression), last = cursor_offset(clang_getRangeEnd(clang_getCursorExtent(expression)));
	unsigned after = (unsigned)(scan_closing(strchr(serial->code + (statement.kind == CXCursor_DoStmt ? end_of(serial, body) : start), '('), serial->code + strlen(serial->code)) - serial->code);
	bool block = body.kind == CXCursor_CompoundStmt;
	if (!serial->has_condition)
		text_printf(&serial->declared, "\n\t__local int %s;", name);
	serial->has_condition = true;
	switch (statement.kind) {
	case CXCursor_IfStmt:
		find += serial->reads ? strlen(indent) : strlen(BARRIER "\n") + strlen(indent);
		code_edits_add(&serial->edits, start, first, find);
		code_edits_add(&serial->edits, last, after, arena_printf(arena, "%sif (%s", found, name));
		break;
	case CXCursor_WhileStmt:
		code_edits_add(&serial->edits, start, first, arena_printf(arena, "for (;;) {\n%s", find));
		code_edits_add(&serial->edits, last, block ? cursor_start(body) + 1 : after + 1, arena_printf(arena, "%sif (!%s)\n%s\tbreak;%s", found, name, deeper, block ? "" : "\n"));
		if (!block)
			code_edits_add(&serial->edits, end_of(serial, statement), end_of(serial, statement), arena_printf(arena, "\n%s}", indent));
		break;
	default: /* do */
		code_edits_add(&serial->edits, start + 2, start + 2, " {");
		code_edits_add(&serial->edits, end_of(serial, body), first, arena_printf(arena, "\n%s", find));
		code_edits_add(&serial->edits, last, after, arena_printf(arena, "%.*s%s} while (%s", (int)(strlen(found) - strlen(deeper)), found, indent, name));
	}
}

/* An expression that decides which way all go. */
static void plan_condition(struct serial *serial, CXCursor statement, CXCursor expression, CXCursor body)
{
	struct effects effects = effects_of(serial, expression), inside = effects_of(serial, body);
	if ((effects.flags & EFFECT_WRITES) || writes_shared(&effects)) {
		bool leaves = statement.kind == CXCursor_DoStmt && (inside.flags & EFFECT_LEAVES);
		if (statement.kind == CXCursor_ForStmt || statement.kind == CXCursor_SwitchStmt || leaves)
			problem(serial, expression, "%s has effects, and decides about parallel regions", "a condition");
		share_written(serial, &effects);
		if (serial->writing && !serial->result->problem)
			write_condition(serial, statement, expression, body);
	}
	serial->reads |= (effects.flags & (EFFECT_READS | EFFECT_WRITES)) || writes_shared(&effects);
}

static void plan_control(struct serial *serial, CXCursor statement, bool last)
{
	unsigned count;
	CXCursor *children = cursor_children(serial->arena, statement, &count);
	struct effects effects = effects_of(serial, statement);
	bool loops = statement.kind == CXCursor_ForStmt || statement.kind == CXCursor_WhileStmt || statement.kind == CXCursor_DoStmt;
	serial->reads |= loops && (effects.flags & EFFECT_READS);
	bool reads = serial->reads;
	for (unsigned i = 0; i < count; i++) {
		bool body = i + 1 == count && statement.kind != CXCursor_DoStmt;
		if (statement.kind == CXCursor_DoStmt)
			body = i == 0;
		if (statement.kind == CXCursor_IfStmt)
			body = i > 0;
		if (!body && children[i].kind == CXCursor_DeclStmt) {
			plan_declaration(serial, children[i], true);
		} else if (!body) {
			plan_condition(serial, statement, children[i], children[statement.kind == CXCursor_DoStmt ? 0 : count - 1]);
			reads = serial->reads;
		} else {
			serial->reads = reads;
			plan_controlled(serial, children[i], last && !loops);
			reads |= serial->reads;
		}
		serial->reads |= reads;
	}
}

static enum who plan(struct serial *serial, CXCursor statement, bool last)
{
	unsigned count;
	CXCursor together, *children = cursor_children(serial->arena, statement, &count);
	struct effects effects = effects_of(serial, statement);
	if (effects.flags & EFFECT_JUMPS)
		problem(serial, statement, "%s beside parallel regions", "a jump");
	if (effects_is_team(serial->arena, statement, &together)) {
		if (serial->reads)
			add_barrier_before(serial, cursor_start(statement));
		if (serial->writing)
			code_edits_add(&serial->edits, cursor_start(statement), cursor_start(together), "");
		serial->reads = false;
		if (!last)
			add_barrier_after(serial, cursor_start(statement), end_of(serial, statement));
		return BY_TEAM;
	}
	switch (statement.kind) {
	case CXCursor_CompoundStmt: plan_list(serial, children, count, last); break;
	case CXCursor_IfStmt: case CXCursor_ForStmt: case CXCursor_WhileStmt: case CXCursor_DoStmt: case CXCursor_SwitchStmt:
		if (effects.flags & (EFFECT_TEAM | EFFECT_LEAVES))
			plan_control(serial, statement, last);
		else
			serial->reads |= (effects.flags & EFFECT_READS) != 0;
		break;
	default:
		if (effects.flags & EFFECT_TEAM)
			problem(serial, statement, "a parallel region stands in %s", "a statement that not all work-items can follow");
		serial->reads |= (effects.flags & EFFECT_READS) != 0;
	}
	return BY_EACH;
}

/* ---------------------------------------------------------------------------------------------- kernels */

static void make_kernel(struct serial *serial, CXCursor kernel)
{
	unsigned count;
	CXCursor *children = cursor_children(serial->arena, kernel, &count), body = clang_getNullCursor();
	serial->variables = NULL;
	serial->next_variable = &serial->variables;
	serial->writing = serial->has_condition = false;
	for (unsigned i = 0; i < count; i++) {
		if (children[i].kind == CXCursor_ParmDecl)
			variable_for(serial, children[i], true, false);
		else if (children[i].kind == CXCursor_CompoundStmt)
			body = children[i];
	}
	struct effects effects = effects_of(serial, body);
	if (!(effects.flags & EFFECT_TEAM))
		return;
	do {
		serial->changed = serial->reads = false;
		plan(serial, body, true);
	} while (serial->changed && !serial->result->problem);
	serial->writing = true;
	serial->reads = false;
	unsigned top = cursor_start(body) + 1;
	struct text first = {0};
	for (struct serial_variable *v = serial->variables; v; v = v->next) {
		if (!v->parameter || !v->shared)
			continue;
		declare_shared(serial, v);
		text_printf(&first, "\n\t" ONE_ITEM "\n\t\t%s = %s;", v->new_name, v->name);
	}
	if (first.length)
		text_adds(&first, "\n\t" BARRIER);
	rename_references(serial, body, false);
	plan(serial, body, true);
	if (serial->declared.length)
		code_edits_add(&serial->edits, top, top, arena_strdup(serial->arena, serial->declared.data));
	if (first.length)
		code_edits_add(&serial->edits, top, top, arena_strdup(serial->arena, first.data));
	text_release(&first);
	text_release(&serial->declared);
}

/* kernel_pass */
static void make_kernels(void *context, const CXCursor *declarations, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		if (spaces_is_kernel(declarations[i]) && clang_isCursorDefinition(declarations[i]))
			make_kernel(context, declarations[i]);
}

void kernel_serial_make(struct arena *arena, const char *code, struct kernel_code *result)
{
	struct serial serial = {.arena = arena, .code = code, .result = result, .edits = {.arena = arena}};
	*result = (struct kernel_code){.text = code};
	if (!strstr(code, KERNEL_TEAM_MARK))
		return;
	kernel_code_edit(arena, code, make_kernels, &serial, &serial.edits, result);
}
