#include "kernel_globals.h"

#include "code_edits.h"
#include "kernel_spaces.h"
#include "scan.h"
#include "text.h"

#include <string.h>

enum { MOST = 64 };

/* A function that the code declares or defines, under its name. */
struct function {
	struct function *next;
	const char *name;
	unsigned long long needs; /* bit i: globals[i], itself or something that it calls */
	struct callee {
		struct callee *next;
		const char *name;
	} *callees;
};

struct pass {
	struct arena *arena;
	const char *code;
	const char *not_to; /* a function that is left as it is; null: none */
	const char *for_others; /* a function that gets a table of addresses; null: none */
	struct kernel_global *globals[MOST];
	int count;
	unsigned long long all;                 /* what kernels need */
	unsigned long long inside;              /* what the function for other files needs */
	unsigned long long pointers;            /* those with pointers as elements: a kernel's parameter may not point to such */
	bool in_kernel;                         /* what is edited is a kernel, where the group's variables have their own names */
	const struct kernel_global *candidates; /* what the code may name */
	struct function *functions;
	struct code_edits edits;
	struct kernel_code *result;
};

static struct function *function_named(struct pass *pass, const char *name)
{
	for (struct function *function = pass->functions; function; function = function->next)
		if (!strcmp(function->name, name))
			return function;
	struct function *function = ARENA_NEW(pass->arena, struct function);
	*function = (struct function){pass->functions, name, 0, NULL};
	return pass->functions = function;
}

/* What a file-scope variable is to the code; null: nothing special. */
static const struct kernel_global *candidate_named(const struct pass *pass, const char *name)
{
	for (const struct kernel_global *global = pass->candidates; global; global = global->next)
		if (global->used && !strcmp(global->name, name))
			return global;
	return NULL;
}

/* The number of the variable that an expression names; -1: none. */
static int global_of(struct pass *pass, CXCursor expression)
{
	CXCursor variable = clang_getCursorReferenced(expression);
	if (expression.kind != CXCursor_DeclRefExpr || variable.kind != CXCursor_VarDecl ||
	    clang_getCursorSemanticParent(variable).kind != CXCursor_TranslationUnit)
		return -1;
	const struct kernel_global *global = candidate_named(pass, cursor_name(pass->arena, variable));
	if (global && global->on_host && !pass->result->problem) {
		pass->result->problem = arena_printf(pass->arena, global->of_group ? "it uses the variable '%s', which is groupprivate on the host only"
			: "a function that it calls uses the variable '%s', which is not in declare target", global->name);
		clang_getPresumedLocation(clang_getCursorLocation(expression), NULL, &pass->result->line, NULL);
	}
	for (int i = 0; i < pass->count; i++)
		if (pass->globals[i] == global)
			return i;
	return -1;
}

/* ---------------------------------------------------------------------------------------------- who needs which */

static void find_uses(struct pass *pass, struct function *function, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(pass->arena, cursor, &count), referenced = clang_getCursorReferenced(cursor);
	int global = global_of(pass, cursor);
	if (global >= 0)
		function->needs |= 1ULL << global;
	if (cursor.kind == CXCursor_DeclRefExpr && referenced.kind == CXCursor_FunctionDecl) {
		struct callee *callee = ARENA_NEW(pass->arena, struct callee);
		*callee = (struct callee){function->callees, cursor_name(pass->arena, referenced)};
		function->callees = callee;
	}
	for (unsigned i = 0; i < count; i++)
		find_uses(pass, function, children[i]);
}

/* The table, which functions that files call in one another need. */
static unsigned long long table_of(const struct pass *pass)
{
	return pass->count > 0 && pass->globals[pass->count - 1]->is_table ? 1ULL << (pass->count - 1) : 0;
}

static void spread_needs(struct pass *pass)
{
	for (bool changed = true; changed;) {
		changed = false;
		for (struct function *function = pass->functions; function; function = function->next) {
			unsigned long long before = function->needs;
			for (const struct callee *callee = function->callees; callee; callee = callee->next)
				function->needs |= function_named(pass, callee->name)->needs;
			changed |= function->needs != before;
		}
	}
}

/* ---------------------------------------------------------------------------------------------- writing */

/* What a function that is called gets for the variable. */
static const char *argument_for(const struct pass *pass, const struct kernel_global *global)
{
	return global->of_group && pass->in_kernel ? arena_printf(pass->arena, "&%s", global->name) : global->pointer;
}

/* Puts parameters or arguments for what is needed before the bracket that closes the list at `open`. */
static void extend_list(struct pass *pass, unsigned open, unsigned limit, unsigned long long needs, bool declares, bool kernel)
{
	const char *close = scan_closing(pass->code + open, pass->code + limit), *first = pass->code + open + 1, *last = close;
	struct text list = {0};
	if (!close)
		return;
	scan_trim(&first, &last);
	bool none = declares && last - first == 4 && !strncmp(first, "void", 4), empty = none || first >= last;
	for (int i = 0; i < pass->count; i++) {
		const struct kernel_global *global = pass->globals[i];
		if (!(needs >> i & 1) || (declares && kernel && (global->of_group || global->of_kernel)))
			continue;
		text_adds(&list, empty && !list.length ? "" : ", ");
		if (declares && kernel && (pass->pointers >> i & 1))
			text_printf(&list, "__global void *%s_value", global->pointer);
		else if (declares)
			text_printf(&list, "%s%s", !kernel ? "" : global->qualifier ? global->qualifier : "__global ", global->parameter);
		else
			text_adds(&list, argument_for(pass, global));
	}
	unsigned at = (unsigned)(close - pass->code), from = none ? open + 1 : at;
	if (list.length)
		code_edits_add(&pass->edits, from, at, arena_strndup(pass->arena, list.data, list.length));
	text_release(&list);
}

static void edit_uses(struct pass *pass, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(pass->arena, cursor, &count), callee = clang_getCursorReferenced(cursor);
	int member = cursor.kind == CXCursor_MemberRefExpr && count > 0 ? global_of(pass, children[0]) : -1;
	if (member >= 0 && pass->code[cursor_end(children[0])] == '.' && !(pass->in_kernel && pass->globals[member]->of_group)) {
		code_edits_add(&pass->edits, cursor_start(cursor), cursor_end(children[0]) + 1, arena_printf(pass->arena, "%s->", pass->globals[member]->pointer));
		return;
	}
	bool address = cursor.kind == CXCursor_UnaryOperator && count == 1 && clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_AddrOf;
	int global = address ? global_of(pass, children[0]) : global_of(pass, cursor);
	if (global >= 0 && pass->globals[global]->qualifier)
		return;
	if (global >= 0 && address && !(pass->in_kernel && pass->globals[global]->of_group)) {
		code_edits_add(&pass->edits, cursor_start(cursor), cursor_end(cursor), pass->globals[global]->pointer);
		return;
	}
	if (global >= 0 && !address && !(pass->in_kernel && pass->globals[global]->of_group))
		code_edits_add(&pass->edits, cursor_start(cursor), cursor_end(cursor), arena_printf(pass->arena, "(*%s)", pass->globals[global]->pointer));
	if (cursor.kind == CXCursor_CallExpr && callee.kind == CXCursor_FunctionDecl && count > 0) {
		const char *open = strchr(pass->code + cursor_end(children[0]), '(');
		if (open)
			extend_list(pass, (unsigned)(open - pass->code), cursor_end(cursor), function_named(pass, cursor_name(pass->arena, callee))->needs, false, false);
	}
	for (unsigned i = 0; i < count; i++)
		edit_uses(pass, children[i]);
}

/* The declaration of a global's pointer with a value; null: it cannot be read. */
static const char *pointer_with_value(const struct pass *pass, const struct kernel_global *global, const char *value)
{
	const char *at = global->parameter;
	struct lexeme word;
	do { /* the pointer's name, which the type is without */
		word = scan(at, global->parameter + strlen(global->parameter));
		at = word.start + word.length;
	} while (word.kind != LEX_END && !lexeme_is(word, global->pointer));
	if (word.kind == LEX_END)
		return NULL;
	return arena_printf(pass->arena, "%s = (%.*s%s)%s;", global->parameter, (int)(word.start - global->parameter), global->parameter, word.start + word.length, value);
}

/* In the function for other files: pointers to what it needs, from the table. */
static void declare_pointers(struct pass *pass, unsigned at)
{
	const char *table = pass->globals[pass->count - 1]->pointer;
	int number = 0;
	for (int i = 0; i < pass->count - 1; i++) {
		if (!(pass->inside >> i & 1))
			continue;
		const char *line = pointer_with_value(pass, pass->globals[i], arena_printf(pass->arena, "%s[" KERNEL_FIRST " + %d]", table, number));
		if (line)
			code_edits_add(&pass->edits, at, at, arena_printf(pass->arena, "\n\t%s", line));
		number += line != NULL;
	}
}

/* In a kernel: the variables of the group that it needs, and pointers that its parameters are not good for. */
static void declare_in_kernel(struct pass *pass, unsigned long long needs, unsigned at)
{
	for (int i = 0; i < pass->count; i++) {
		const struct kernel_global *global = pass->globals[i];
		const char *line = NULL;
		if ((needs >> i & 1) && global->of_group)
			line = arena_printf(pass->arena, "__local %s;", global->declaration);
		else if ((pass->all >> i & 1) && (pass->pointers >> i & 1))
			line = pointer_with_value(pass, global, arena_printf(pass->arena, "%s_value", global->pointer));
		if (line)
			code_edits_add(&pass->edits, at, at, arena_printf(pass->arena, "\n\t%s", line));
	}
}

/* Variables of the group that cannot be in local memory, or not where they are needed. */
static void check_of_group(struct pass *pass, CXCursor variable)
{
	const struct kernel_global *global = candidate_named(pass, cursor_name(pass->arena, variable));
	const char *problem = NULL;
	if (!global || !(global->of_group || global->is_heap) || pass->result->problem)
		return;
	for (int i = 0; i < pass->count; i++)
		if (pass->globals[i] == global && pass->for_others && (global->extern_text || global->is_heap) && (pass->inside >> i & 1))
			problem = global->is_heap ? "it allocates memory, which only functions of the kernel's own file can"
				: "it uses the groupprivate variable '%s', which only functions of the kernel's own file can reach";
	if (!problem && global->of_group && spaces_depth(clang_getCursorType(variable)) != 0)
		problem = "it uses the groupprivate variable '%s', which is a pointer";
	if (problem)
		pass->result->problem = arena_printf(pass->arena, problem, global->name);
}

static void edit_declaration(struct pass *pass, CXCursor cursor)
{
	const char *name = cursor_name(pass->arena, cursor);
	if (cursor.kind == CXCursor_VarDecl) {
		check_of_group(pass, cursor);
		if (candidate_named(pass, name))
			code_edits_add(&pass->edits, cursor_start(cursor), cursor_end(cursor) + (pass->code[cursor_end(cursor)] == ';'), "");
		return;
	}
	if (cursor.kind != CXCursor_FunctionDecl)
		return;
	unsigned at = cursor_offset(clang_getCursorLocation(cursor)) + (unsigned)strlen(name);
	const char *open = strchr(pass->code + at, '(');
	unsigned count;
	CXCursor *children = cursor_children(pass->arena, cursor, &count);
	bool kernel = spaces_is_kernel(cursor), for_others = pass->for_others && !strcmp(name, pass->for_others);
	if (open && !(pass->not_to && !strcmp(name, pass->not_to)))
		extend_list(pass, (unsigned)(open - pass->code), (unsigned)strlen(pass->code), kernel ? pass->all : function_named(pass, name)->needs, true, kernel || for_others);
	bool defines = count > 0 && children[count - 1].kind == CXCursor_CompoundStmt;
	if (for_others && defines)
		declare_pointers(pass, cursor_start(children[count - 1]) + 1);
	if (kernel && defines)
		declare_in_kernel(pass, function_named(pass, name)->needs, cursor_start(children[count - 1]) + 1);
	pass->in_kernel = kernel;
	edit_uses(pass, cursor);
}

/* kernel_pass */
static void pass_globals(void *context, const CXCursor *declarations, unsigned count)
{
	struct pass *pass = context;
	for (unsigned i = 0; i < count; i++)
		if (cursor_is_own(declarations[i]) && declarations[i].kind == CXCursor_FunctionDecl)
			find_uses(pass, function_named(pass, cursor_name(pass->arena, declarations[i])), declarations[i]);
	for (unsigned i = 0; i < count; i++)
		for (int g = 0; g < pass->count && declarations[i].kind == CXCursor_VarDecl; g++)
			if (!pass->globals[g]->of_group && !pass->globals[g]->qualifier && !strcmp(pass->globals[g]->name, cursor_name(pass->arena, declarations[i])) && spaces_depth(clang_getCursorType(declarations[i])) > 0)
				pass->pointers |= 1ULL << g;
	for (unsigned i = 0; i < count; i++)
		if (spaces_is_elsewhere(declarations[i]))
			function_named(pass, cursor_name(pass->arena, declarations[i]))->needs = table_of(pass);
	spread_needs(pass);
	if (pass->for_others) {
		struct function *function = function_named(pass, pass->for_others);
		pass->inside = function->needs;
		function->needs = table_of(pass);
	}
	for (unsigned i = 0; i < count; i++)
		if (cursor_is_own(declarations[i]) && spaces_is_kernel(declarations[i]))
			pass->all |= function_named(pass, cursor_name(pass->arena, declarations[i]))->needs;
	for (unsigned i = 0; i < count; i++)
		if (cursor_is_own(declarations[i]))
			edit_declaration(pass, declarations[i]);
}

void kernel_globals_make(struct arena *arena, const char *code, struct kernel_global *globals, const char *not_to, const char *for_others, struct kernel_code *result)
{
	struct pass pass = {.arena = arena, .code = code, .not_to = not_to, .for_others = for_others, .candidates = globals, .edits = {.arena = arena}, .result = result};
	bool any = false;
	*result = (struct kernel_code){.text = code};
	for (struct kernel_global *global = globals; global; global = global->next) {
		any |= global->used;
		if (!global->used || global->on_host)
			continue;
		if (pass.count == MOST) {
			*result = (struct kernel_code){.problem = "it uses more than 64 variables of declare target"};
			return;
		}
		pass.globals[pass.count++] = global;
	}
	if (!any)
		return;
	kernel_code_edit(arena, code, pass_globals, &pass, &pass.edits, result);
	for (struct kernel_global *global = globals; global; global = global->next)
		global->used &= !global->on_host;
	for (int i = 0; i < pass.count; i++)
		pass.globals[i]->used = (pass.all | pass.inside) >> i & 1;
}
