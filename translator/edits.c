#include "edits.h"

#include "allocate.h"
#include "dataenv.h"
#include "diagnostic.h"
#include "scan.h"

#include <ctype.h>
#include <string.h>

struct edit *edits_add(struct lowering *lowering, unsigned start, unsigned end, const char *with)
{
	struct edit **tail = &lowering->edits;
	while (*tail && ((*tail)->start < start || ((*tail)->start == start && (*tail)->end == start && end > start)))
		tail = &(*tail)->next; /* what is only inserted comes first */
	if (*tail && (*tail)->start == start && (*tail)->end == end && !strcmp((*tail)->with, with))
		return *tail;
	struct edit *edit = ARENA_NEW(lowering->arena, struct edit);
	*edit = (struct edit){*tail, start, end, with, false};
	return *tail = edit;
}

/* The token after the one at `offset`. */
static unsigned next_token(const struct source *source, unsigned offset)
{
	return source_program_token(source, source_token_at(source, offset) + 1);
}

/* ---------------------------------------------------------------------------------------------- threadprivate */

static bool in_region(const struct lowering *lowering, const struct variable *variable)
{
	for (unsigned i = 0; i < lowering->survey->reference_count; i++) {
		const struct reference *reference = &lowering->survey->references[i];
		if (reference->variable != variable)
			continue;
		for (const struct leaf *leaf = region_leaf_at(lowering->tree, reference->offset); leaf; leaf = leaf->outer)
			if (leaf->outlined && !leaf_declares(leaf, variable))
				return true;
	}
	return false;
}

static void insert_thread_local(struct lowering *lowering, const struct declaration *declaration)
{
	const struct source *source = lowering->source;
	unsigned place = declaration->start; /* __thread must stand right after static or extern, wherever that is */
	for (unsigned i = source_token_at(source, place); i < source->token_count && source->tokens[i].start < declaration->name_offset; i++)
		if (source_token_is(source, i, "static") || source_token_is(source, i, "extern"))
			place = source->tokens[next_token(source, source->tokens[i].start)].start;
	edits_add(lowering, place, place, "__thread ");
}

/* Whether every variable of `int a, b;` is threadprivate. */
static bool all_threadprivate(const struct lowering *lowering, const struct declaration *declaration)
{
	unsigned end = source_declaration_end(lowering->source, declaration->start);
	for (const struct variable *v = lowering->survey->variables; v; v = v->next)
		for (const struct declaration *d = v->declarations; d; d = d->next)
			if (d->in_file && d->name_offset >= declaration->start && d->name_offset < end && !v->threadprivate)
				return false;
	return declaration->start < declaration->name_offset; /* else it is not the first one */
}

static void edit_threadprivate(struct lowering *lowering, struct variable *variable)
{
	struct source *source = lowering->source;
	bool local = variable->storage == STORAGE_STATIC_LOCAL;
	for (const struct declaration *d = variable->declarations; d; d = d->next) {
		if (!d->in_file) {
			error_at(source, variable->declared, "'%s' is threadprivate here but declared without it in a header", variable->name);
			continue;
		}
		if (!all_threadprivate(lowering, d)) {
			unsupported_at(source, d->name_offset, "a declaration of threadprivate and other variables together; declare '%s' by itself",
				       variable->name);
			continue;
		}
		if (local && in_region(lowering, variable)) {
			if (d->shared_specifiers) {
				unsupported_at(source, d->name_offset, "several static variables in one declaration; declare '%s' by itself", variable->name);
				continue;
			}
			variable->new_name = survey_fresh_name(lowering->survey, arena_printf(lowering->arena, "%s_%s", variable->function->name, variable->name));
			variable->moved = (struct text_range){d->start, source_declaration_end(source, d->start)};
			unsigned next = source_program_token(source, source_token_at(source, variable->moved.end));
			if (next < source->token_count && !memchr(source->text + variable->moved.end, '\n', source->tokens[next].start - variable->moved.end))
				variable->moved.end += (unsigned)strspn(source->text + variable->moved.end, " ");
			insert_thread_local(lowering, d);
			edits_add(lowering, d->name_offset, d->name_offset + (unsigned)strlen(variable->name), variable->new_name);
			continue;
		}
		insert_thread_local(lowering, d);
	}
}

/* ---------------------------------------------------------------------------------------------- register */

static bool has_pointer(const struct lowering *lowering, const struct variable *variable)
{
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		for (int j = 0; j < site->leaf_count; j++) {
			const struct share *share = leaf_share(&site->leaves[j], variable);
			if (share && (share->passing == PASS_ADDRESS || share->last || (share->sharing != SHARING_PRIVATE && !site->leaves[j].outlined)))
				return true;
		}
	}
	return false;
}

static void drop_register(struct lowering *lowering, const struct variable *variable)
{
	const struct source *source = lowering->source;
	const struct declaration *d = variable->declarations;
	for (unsigned i = source_token_at(source, d->start); i < source->token_count && source->tokens[i].start < d->name_offset; i++)
		if (source_token_is(source, i, "register")) {
			unsigned end = source->tokens[i].end;
			while (source->text[end] == ' ')
				end++;
			edits_add(lowering, source->tokens[i].start, end, end < d->name_offset && source->tokens[i + 1].start < d->name_offset ? "" : "int ");
		}
}

/* ---------------------------------------------------------------------------------------------- local types */

static bool is_outermost(const struct lowering *lowering, const struct local_type *type)
{
	for (const struct local_type *t = lowering->survey->local_types; t; t = t->next)
		if (t != type && t->new_name && !t->is_enumerator && !t->is_forward && t->start <= type->start && type->end <= t->end &&
		    (t->start < type->start || t->is_typedef) && (!type->is_typedef || t->start < type->start))
			return false;
	return true;
}

static const char *keyword_of(const struct local_type *type)
{
	return type->is_enum ? "enum" : type->is_union ? "union" : "struct";
}

/* Renames a type's own name and every reference to it. */
static void rename_type(struct lowering *lowering, const struct local_type *type)
{
	const struct source *source = lowering->source;
	if (type->name && strcmp(type->name, type->new_name)) {
		unsigned length = (unsigned)strlen(type->name);
		edits_add(lowering, type->name_offset, type->name_offset + length, type->new_name);
		for (const struct type_reference *r = lowering->survey->type_references; r; r = r->next)
			if (r->type == type)
				edits_add(lowering, r->offset, r->offset + length, type->new_name);
	} else if (!type->name && !type->is_typedef) {
		unsigned brace = source_token_at(source, type->start);
		while (brace < source->token_count && !source_token_is(source, brace, "{"))
			brace++;
		unsigned place = source->tokens[brace].start;
		edits_add(lowering, place, place, arena_printf(lowering->arena, "%s%s ", isspace((unsigned char)source->text[place - 1]) ? "" : " ", type->new_name));
	}
}

/* Text that moves may become part of a longer line: comments to the end of a line get an end of their own. */
static const char *with_closed_comments(struct arena *arena, const char *text)
{
	struct text out = {0};
	const char *end = text + strlen(text);
	for (const char *at = text; at < end;) {
		struct lexeme next = scan(at, end);
		for (const char *gap_end = next.kind == LEX_END ? end : next.start; at < gap_end;) {
			if (!strncmp(at, "/*", 2)) {
				const char *close = strstr(at, "*/");
				text_add(&out, at, (size_t)((close ? close + 2 : gap_end) - at));
				at = close ? close + 2 : gap_end;
			} else if (!strncmp(at, "//", 2)) {
				size_t length = strcspn(at + 2, "\n");
				char *comment = arena_strndup(arena, at + 2, length);
				for (char *c = comment; *c; c++)
					if ((c[0] == '/' && c[1] == '*') || (c[0] == '*' && c[1] == '/'))
						*c = '|';
				text_printf(&out, "/*%s */", comment);
				at += 2 + length;
			} else {
				text_add(&out, at++, 1);
			}
		}
		text_add(&out, next.start, next.kind == LEX_END ? 0 : next.length);
		at = next.kind == LEX_END ? end : next.start + next.length;
	}
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

/* Takes the type's text out of the function after its new text has been kept. */
static void move_type(struct lowering *lowering, struct local_type *type)
{
	const struct source *source = lowering->source;
	struct text text = {0};
	unsigned end = type->is_typedef ? source_declaration_end(source, type->start) : type->end;
	lower_text(lowering, NULL, type->start, end, &text);
	type->text = with_closed_comments(lowering->arena, lower_dedent(lowering, text.data, type->start));
	text_release(&text);
	unsigned after = source_program_token(source, source_token_at(source, end));
	type->removed = true;
	if (type->is_typedef)
		type->moved = (struct text_range){type->start, end};
	else if (source_token_is(source, after, ";"))
		type->moved = (struct text_range){type->start, source->tokens[after].end};
	else
		type->moved = (struct text_range){type->start, end};
	const char *gap = isalnum((unsigned char)source->text[end]) || source->text[end] == '_' ? " " : "";
	type->left = type->is_typedef || source_token_is(source, after, ";") ? "" : arena_printf(lowering->arena, "%s %s%s", keyword_of(type), type->new_name, gap);
}

/* An edit for text[start, end) replaces all edits inside. */
static void replace_range(struct lowering *lowering, struct text_range range, const char *with)
{
	for (struct edit **at = &lowering->edits; *at;) {
		if ((*at)->start >= range.start && (*at)->end <= range.end)
			*at = (*at)->next;
		else
			at = &(*at)->next;
	}
	edits_add(lowering, range.start, range.end, with);
}

/* `struct s;` in the function would hide the struct that is at file scope now. */
static void drop_forward(struct lowering *lowering, const struct local_type *type)
{
	unsigned after = source_program_token(lowering->source, source_token_at(lowering->source, type->end));
	if (source_token_is(lowering->source, after, ";"))
		replace_range(lowering, (struct text_range){type->start, lowering->source->tokens[after].end}, "");
}

static void move_types(struct lowering *lowering)
{
	struct survey *survey = lowering->survey;
	for (struct local_type *t = survey->local_types; t; t = t->next)
		if (t->new_name && !t->is_forward)
			rename_type(lowering, t);
	for (struct local_type *t = survey->local_types; t; t = t->next)
		if (t->new_name && !t->is_enumerator && !t->is_forward && is_outermost(lowering, t))
			move_type(lowering, t);
	for (struct local_type *t = survey->local_types; t; t = t->next)
		if (t->is_forward && t->new_name)
			drop_forward(lowering, t);
	for (struct local_type *t = survey->local_types; t; t = t->next)
		if (t->removed)
			replace_range(lowering, t->moved, t->left);
}

/* ---------------------------------------------------------------------------------------------- function names */

static void keep_function_names(struct lowering *lowering)
{
	const struct source *source = lowering->source;
	static const char *const names[] = {"__func__", "__FUNCTION__", "__PRETTY_FUNCTION__"};
	for (unsigned i = 0; i < source->token_count; i++) {
		const struct token *token = &source->tokens[i];
		if (token->end - token->start < 8 || source->text[token->start] != '_' || token->directive || token->skipped)
			continue;
		for (int n = 0; n < 3; n++) {
			if (!source_token_is(source, i, names[n]))
				continue;
			for (const struct leaf *leaf = region_leaf_at(lowering->tree, token->start); leaf; leaf = leaf->outer)
				if (leaf->outlined) {
					edits_add(lowering, token->start, token->end, arena_printf(lowering->arena, "\"%s\"", leaf->site->function->name));
					break;
				}
		}
	}
}

bool edits_make(struct lowering *lowering)
{
	for (struct variable *v = lowering->survey->variables; v; v = v->next) {
		if (v->threadprivate)
			edit_threadprivate(lowering, v);
		if (v->is_register && (v->allocated || has_pointer(lowering, v)))
			drop_register(lowering, v);
	}
	allocate_edit(lowering);
	keep_function_names(lowering);
	directives_settle(lowering);
	move_types(lowering);
	for (struct variable *v = lowering->survey->variables; v; v = v->next) {
		if (!v->new_name)
			continue;
		struct text text = {0};
		lower_text(lowering, NULL, v->moved.start, v->moved.end, &text);
		v->moved_text = with_closed_comments(lowering->arena, arena_strndup(lowering->arena, text.data, text.length));
		text_release(&text);
		replace_range(lowering, v->moved, "");
	}
	return lowering->source->errors == 0;
}

/* Whether a region of the function calls or names the function itself. */
static bool names_itself(const struct lowering *lowering, const struct function *function)
{
	const struct source *source = lowering->source;
	for (unsigned i = source_token_at(source, function->body); i < source->token_count && source->tokens[i].start < function->end; i++) {
		if (source->tokens[i].kind != CXToken_Identifier || !source_token_is(source, i, function->name))
			continue;
		for (const struct leaf *leaf = region_leaf_at(lowering->tree, source->tokens[i].start); leaf; leaf = leaf->outer)
			if (leaf->outlined)
				return true;
	}
	return false;
}

void edits_hoisted(struct lowering *lowering, const struct function *function, struct text *out)
{
	for (const struct local_type *t = lowering->survey->local_types; t; t = t->next)
		if (t->function == function && t->removed)
			text_printf(out, "%s%s\n\n", t->text, t->is_typedef ? "" : ";");
	for (const struct variable *v = lowering->survey->variables; v; v = v->next)
		if (v->function == function && v->new_name)
			text_printf(out, "%s\n\n", v->moved_text);
	if (!function->declared_before && names_itself(lowering, function))
		text_printf(out, "%s;\n\n", function->prototype);
}
