#include "lower.h"

#include "dataenv.h"
#include "diagnostic.h"
#include "iterator.h"
#include "preprocess.h"
#include "scan.h"
#include "target.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- names */

/* Whether references in the body of `leaf` mean a file-scope stand-in for a static local. */
static const char *plain_name(const struct variable *variable)
{
	return variable->new_name ? variable->new_name : variable->name;
}

void lower_extents(struct lowering *lowering, const struct variable *variable, const char *extents[TYPE_MAX_RANK])
{
	for (int k = 0; k < TYPE_MAX_RANK; k++) {
		extents[k] = NULL;
		if (variable->type->variable && k < variable->type->rank && !variable->type->extents[k])
			extents[k] = survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_n%d", variable->name, k));
	}
}

const char *lower_name(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable)
{
	return dataenv_by_address(leaf, variable) ? arena_printf(lowering->arena, "(*%s)", variable->name) : plain_name(variable);
}

const char *lower_address(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable)
{
	return dataenv_by_address(leaf, variable) ? variable->name : arena_printf(lowering->arena, "&%s", plain_name(variable));
}

const char *parenthesised(struct arena *arena, const char *expression)
{
	const char *end = expression + strlen(expression);
	struct lexeme first = scan(expression, end);
	struct lexeme second = scan(first.start + first.length, end);
	if (second.kind == LEX_END || (lexeme_is(first, "(") && scan_closing(first.start, end) == end - 1))
		return expression;
	return arena_printf(arena, "(%s)", expression);
}

const char *lower_conditional_note(struct lowering *lowering, const struct variable *variable)
{
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_when", variable->name));
}

/* Whether assignments to the variable in the body of `leaf` are noted. */
static bool is_conditional(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf; leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if (share || leaf->outlined)
			return share && share->conditional;
	}
	return false;
}

/* Whether `*x` can stand for `x` without parentheses: no postfix operator follows, and what is before cannot run into the
   star.  A macro may put anything around its argument. */
static bool stands_alone(const struct lowering *lowering, const struct reference *reference)
{
	const struct source *source = lowering->source;
	unsigned token = source_token_at(source, reference->offset);
	if (survey_invocation(lowering->survey, reference->offset) || token == 0 || token + 1 >= source->token_count)
		return false;
	static const char *const before[] = {"=", "(", ",", ";", "{", "}", "[", "return", "+=", "-=", "==", "!=", "<", ">", "?", "+", "-", ")", "else", "do"};
	static const char *const after[] = {";", ")", ",", "]", "=", "+=", "-=", "*=", "/=", "+", "-", "<", ">", "<=", ">=", "==", "!=", "?", "&&", "||", "}"};
	bool good_before = false, good_after = false;
	for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
		good_before |= source_token_is(source, token - 1, before[i]);
	for (size_t i = 0; i < sizeof after / sizeof after[0]; i++)
		good_after |= source_token_is(source, token + 1, after[i]);
	/* the token before a statement may be the end of a pragma's line */
	return (good_before || source->tokens[token - 1].directive) && good_after && !source->tokens[token + 1].directive;
}

/* What stands in place of a reference; null when it stays as it is. */
static const char *reference_text(struct lowering *lowering, const struct leaf *leaf, const struct reference *reference)
{
	const struct variable *variable = reference->variable;
	if (lowering->step == STEP_SPLIT || lowering->step == STEP_DATA)
		return NULL;
	if ((lowering->step == STEP_FINAL || lowering->step == STEP_LOOPS) && (reference->access & ACCESS_WRITE) && is_conditional(leaf, variable))
		return arena_printf(lowering->arena, "(*(%s = %s + 1, &%s))", lower_conditional_note(lowering, variable),
				    survey_free_name(lowering->survey, "k"), variable->name);
	if (dataenv_by_address(leaf, variable) && stands_alone(lowering, reference))
		return arena_printf(lowering->arena, "*%s", variable->name);
	if (variable->new_name || dataenv_by_address(leaf, variable))
		return lower_name(lowering, leaf, variable);
	return NULL;
}

/* ---------------------------------------------------------------------------------------------- text */

/* What comes next in a piece of text that must change. */
struct cursor {
	struct lowering *lowering;
	struct leaf *leaf;
	struct edit *edit;
	unsigned reference;
	unsigned site;
	unsigned end;
};

static struct site *next_site(struct cursor *cursor, unsigned from)
{
	struct region_tree *tree = cursor->lowering->tree;
	while (cursor->site < tree->site_count && tree->sites[cursor->site]->pragma->start < from)
		cursor->site++;
	if (cursor->site == tree->site_count || tree->sites[cursor->site]->pragma->start >= cursor->end)
		return NULL;
	return tree->sites[cursor->site];
}

static struct edit *next_edit(struct cursor *cursor, unsigned from)
{
	while (cursor->edit && cursor->edit->start < from)
		cursor->edit = cursor->edit->next;
	return cursor->edit && cursor->edit->start < cursor->end ? cursor->edit : NULL;
}

/* The next reference that reads differently here. */
static struct reference *next_reference(struct cursor *cursor, unsigned from)
{
	struct survey *survey = cursor->lowering->survey;
	for (; cursor->reference < survey->reference_count; cursor->reference++) {
		struct reference *reference = &survey->references[cursor->reference];
		if (reference->offset < from)
			continue;
		if (reference->offset >= cursor->end)
			return NULL;
		if (reference_text(cursor->lowering, cursor->leaf, reference))
			return reference;
	}
	return NULL;
}

/* The blanks before the first other character of the line that an offset is on. */
static const char *line_indent(const struct lowering *lowering, unsigned offset)
{
	const char *text = lowering->source->text;
	unsigned start = offset;
	while (start > 0 && text[start - 1] != '\n')
		start--;
	return arena_strndup(lowering->arena, text + start, strspn(text + start, " \t"));
}

/* The first text of the program at or after an offset: pragmas may stand at the left margin. */
static unsigned program_text_at(const struct lowering *lowering, unsigned offset)
{
	unsigned token = source_program_token(lowering->source, source_token_at(lowering->source, offset));
	return token < lowering->source->token_count ? lowering->source->tokens[token].start : offset;
}

/* Where generated text for a site is indented to: as its statement, else as what follows it. */
static const char *site_indent(const struct lowering *lowering, const struct site *site)
{
	unsigned place = site->statement->found ? program_text_at(lowering, site->statement->start) : site->pragma->start;
	const char *own = line_indent(lowering, site->pragma->start);
	if (!site->statement->found && !*own && site->pragma->next < lowering->source->size && site->function &&
	    lowering->source->text[site->pragma->next] != '}')
		place = site->pragma->next;
	return line_indent(lowering, place);
}

static void strip_blanks(struct text *out)
{
	while (out->length > 0 && (out->data[out->length - 1] == ' ' || out->data[out->length - 1] == '\t'))
		out->length--;
}

/* Directives and comments between a pragma and its statement stay, before what the construct becomes. */
static void put_between(struct cursor *cursor, const struct site *site, struct text *out)
{
	const struct source *source = cursor->lowering->source;
	unsigned start = site->pragma->end, end = site->statement->start, token = source_token_at(source, start);
	if (!site->statement->found || token == source->token_count || source->tokens[token].start >= end)
		return;
	strip_blanks(out);
	text_adds(out, mark_user(cursor->lowering->arena, start));
	if (out->length > 0 && source->text[start] == '\n')
		start++;
	lower_text(cursor->lowering, cursor->leaf, start, end, out);
}

static unsigned put_site(struct cursor *cursor, struct site *site, struct text *out)
{
	struct lowering *lowering = cursor->lowering;
	unsigned end = site->statement->found && site->leaves[0].kind != D_DECLARE_SIMD ? site->statement->end : site->pragma->end;
	const char *lowered = lower_leaf_checked(lowering, &site->leaves[0]);
	const char *indent = site_indent(lowering, site);
	lowering->prologue_used |= lowering->step != STEP_SPLIT && lowering->step != STEP_DATA;
	put_between(cursor, site, out);
	strip_blanks(out);
	text_adds(out, indent);
	text_adds(out, mark_generated(lowering->arena, site->pragma->start));
	text_adds(out, indent_lines(lowering->arena, lowered ? lowered : ";", indent));
	if (site->left_behind)
		text_printf(out, "\n%s", site->left_behind);
	text_adds(out, mark_user(lowering->arena, end));
	return end;
}

void lower_text(struct lowering *lowering, struct leaf *leaf, unsigned start, unsigned end, struct text *out)
{
	struct cursor cursor = {lowering, leaf, lowering->edits, survey_reference_at(lowering->survey, start), 0, end};
	const char *text = lowering->source->text;
	unsigned at = start;
	while (at < end) {
		struct site *site = next_site(&cursor, at);
		struct edit *edit = next_edit(&cursor, at);
		struct reference *reference = next_reference(&cursor, at);
		unsigned next = end;
		if (site)
			next = site->pragma->start;
		if (reference && reference->offset < next)
			next = reference->offset;
		if (edit && edit->start <= next)
			next = edit->start;
		text_add(out, text + at, next - at);
		at = next;
		if (edit && edit->start == at) {
			text_adds(out, edit->with);
			at = edit->end;
			cursor.edit = edit->next;
		} else if (site && site->pragma->start == at) {
			at = put_site(&cursor, site, out);
		} else if (reference && reference->offset == at) {
			text_adds(out, reference_text(lowering, leaf, reference));
			at += (unsigned)strlen(reference->variable->name);
		}
	}
}

/* The column that a blank at `column` ends in: tab stops are 8 apart. */
static size_t after_blank(size_t column, char blank)
{
	return blank == '\t' ? column / 8 * 8 + 8 : column + 1;
}

/* Takes `indent` off the front of every line, by columns.  Lines with less lose what they have. */
static const char *dedent(struct arena *arena, const char *text, const char *indent)
{
	size_t width = 0;
	struct text out = {0};
	for (; *indent; indent++)
		width = after_blank(width, *indent);
	while (*text) {
		size_t column = 0;
		while (column < width && (*text == ' ' || *text == '\t'))
			column = after_blank(column, *text++);
		for (; column > width; column--)
			text_adds(&out, " ");
		size_t line = strcspn(text, "\n");
		line += text[line] == '\n';
		text_add(&out, text, line);
		text += line;
	}
	char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

/* Whether moving the lines of text[start, end) sideways would change what it means: a literal goes over a line's end. */
static bool must_keep_layout(const struct source *source, unsigned start, unsigned end)
{
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++) {
		const struct token *token = &source->tokens[i];
		if (token->kind == CXToken_Literal && memchr(source->text + token->start, '\n', token->end - token->start))
			return true;
	}
	return false;
}

const char *lower_dedent(struct lowering *lowering, const char *text, unsigned offset)
{
	return dedent(lowering->arena, text, line_indent(lowering, offset));
}

const char *lower_span(struct lowering *lowering, struct leaf *leaf, struct span span)
{
	struct text out = {0};
	lower_text(lowering, leaf, span.start, span.end, &out);
	const char *indent = must_keep_layout(lowering->source, span.start, span.end) ? "" : line_indent(lowering, program_text_at(lowering, span.start));
	const char *result = dedent(lowering->arena, out.data ? out.data : "", indent);
	text_release(&out);
	return arena_printf(lowering->arena, "%s%s%s", mark_user(lowering->arena, span.start), result,
			    mark_generated(lowering->arena, lower_offset(leaf)));
}

const char *lower_body(struct lowering *lowering, struct leaf *leaf)
{
	if (leaf->inner)
		return lower_leaf_checked(lowering, leaf->inner);
	const struct statement *statement = leaf->site->statement;
	return lower_span(lowering, leaf, (struct span){statement->start, statement->end});
}

static bool has_share_named(const struct leaf *leaf, const char *name)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (name && !strcmp(share->variable->name, name))
			return true;
	for (int i = 0; i < leaf->site->loop_count; i++)
		if (name && leaf->site->loops[i].declared && !strcmp(leaf->site->loops[i].variable->name, name))
			return true;
	return false;
}

/* Whether a name declared right inside the span's braces is also one that the leaf's function declares. */
static bool names_clash(const struct lowering *lowering, const struct leaf *leaf, struct span span)
{
	for (const struct local_type *t = lowering->survey->local_types; t; t = t->next)
		if (t->start >= span.start && t->start < span.end && t->scope_end == span.end && has_share_named(leaf, t->name))
			return true;
	for (const struct variable *v = lowering->survey->variables; v; v = v->next) {
		if (v->scope_start < span.start || v->scope_start >= span.end || v->scope_end != span.end)
			continue;
		if (has_share_named(leaf, v->name))
			return true;
	}
	return false;
}

const char *lower_open_span(struct lowering *lowering, struct leaf *leaf, struct span span)
{
	const char *text = lowering->source->text;
	if (text[span.start] != '{' || text[span.end - 1] != '}' || names_clash(lowering, leaf, span))
		return lower_span(lowering, leaf, span);
	unsigned start = span.start + 1, end = span.end - 1;
	unsigned first = start + (unsigned)strspn(text + start, " \t\r\n");
	if (first >= end)
		return ";";
	while (end > first && strchr(" \t\r\n", text[end - 1]))
		end--;
	if (text[first] == '#') /* a directive goes with the blanks before it */
		while (text[first - 1] != '\n')
			first--;
	return lower_span(lowering, leaf, (struct span){first, end});
}

const char *lower_open_body(struct lowering *lowering, struct leaf *leaf)
{
	const struct statement *statement = leaf->site->statement;
	if (leaf->inner || !statement->is_compound)
		return lower_body(lowering, leaf);
	return lower_open_span(lowering, leaf, (struct span){statement->start, statement->end});
}

/* ---------------------------------------------------------------------------------------------- expressions */

/* The text on one line, without comments, blanks collapsed where it was not one line. */
static const char *one_line(struct lowering *lowering, const char *text)
{
	if (!strpbrk(text, "\n") && !strstr(text, "/*") && !strstr(text, "//"))
		return text;
	struct text out = {0};
	const char *end = text + strlen(text);
	while (text < end && strchr(" \t\n\r", *text))
		text++;
	for (const char *at = text; at < end;) {
		if (!strncmp(at, "//", 2)) {
			at += strcspn(at, "\n");
		} else if (!strncmp(at, "/*", 2)) {
			const char *close = strstr(at + 2, "*/");
			at = close ? close + 2 : end;
			text_adds(&out, " ");
		} else if (*at == '"' || *at == '\'') {
			struct lexeme literal = scan(at, end);
			text_add(&out, at, literal.length);
			at += literal.length;
		} else if (strchr("\n\r\t \\", *at)) {
			at++;
			if (out.length && out.data[out.length - 1] != ' ')
				text_adds(&out, " ");
		} else {
			text_add(&out, at++, 1);
		}
	}
	char *result = arena_strndup(lowering->arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

/* Expressions move to the pragma's line: __LINE__ and __FILE__ in them become those of their own. */
static const char *with_line_numbers(struct lowering *lowering, const char *text, struct span span)
{
	struct place place = source_place(lowering->source, span.start);
	for (const char *word; (word = strstr(text, "__LINE__"));)
		text = arena_printf(lowering->arena, "%.*s%u%s", (int)(word - text), text, place.line, word + 8);
	for (const char *word; (word = strstr(text, "__FILE__"));)
		text = arena_printf(lowering->arena, "%.*s\"%s\"%s", (int)(word - text), text, quoted(lowering->arena, place.file), word + 8);
	return text;
}

const char *lower_expression(struct lowering *lowering, const struct leaf *leaf, struct span span)
{
	struct text out = {0};
	lower_text(lowering, (struct leaf *)leaf, span.start, span.end, &out);
	const char *result = one_line(lowering, arena_strndup(lowering->arena, out.data ? out.data : "", out.length));
	text_release(&out);
	return with_line_numbers(lowering, result, span);
}

const char *lower_clause_expression(struct lowering *lowering, const struct leaf *leaf, const struct site *site, const char *expression)
{
	return lower_iterated_expression(lowering, leaf, site, NULL, expression);
}

const char *lower_iterated_expression(struct lowering *lowering, const struct leaf *leaf, const struct site *site,
				      const struct iterator *iterators, const char *expression)
{
	struct text out = {0};
	const char *at = expression, *end = expression + strlen(expression);
	struct lexeme last = {LEX_END, expression, 0};
	for (struct lexeme word = scan(expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool other = scan_names_other(last);
		last = word;
		if (word.kind != LEX_WORD || other || iterators_declare(iterators, word.start, word.length))
			continue;
		const struct variable *variable = survey_lookup(lowering->survey, word.start, word.length, site->pragma->start);
		if (!variable)
			continue;
		text_add(&out, at, (size_t)(word.start - at));
		text_adds(&out, lower_name(lowering, leaf, variable));
		at = word.start + word.length;
	}
	text_add(&out, at, (size_t)(end - at));
	const char *result = one_line(lowering, arena_strndup(lowering->arena, out.data, out.length));
	text_release(&out);
	return result;
}

const char *lower_for_header(struct lowering *lowering, const char *type, const char *name, const char *first, const char *rest)
{
	const char *declaration = ctype_declare_spelling(lowering->arena, type, name);
	if (source_is_c90(lowering->source))
		return arena_printf(lowering->arena, "%s;\nfor (%s = %s; %s)", declaration, name, first, rest);
	return arena_printf(lowering->arena, "for (%s = %s; %s)", declaration, first, rest);
}

/* ---------------------------------------------------------------------------------------------- leaves */

unsigned lower_offset(const struct leaf *leaf)
{
	return leaf->site->pragma->start;
}

static const char *shortened(struct lowering *lowering, const char *line)
{
	enum { LONGEST = 120 };
	return strlen(line) > LONGEST ? arena_printf(lowering->arena, "%.*s ...", LONGEST - 4, line) : line;
}

const char *lower_origin(struct lowering *lowering, const struct leaf *leaf)
{
	struct place place = source_place(lowering->source, leaf->site->pragma->start);
	const char *file = strrchr(place.file, '/');
	if (leaf != &leaf->site->leaves[0])
		return arena_printf(lowering->arena, "the %s of line %u", directive_rows[leaf->kind].spelling, place.line);
	const struct pragma *pragma = leaf->site->pragma;
	char *line = arena_printf(lowering->arena, "%s:%u: %s", file ? file + 1 : place.file, place.line,
				  pragma->moved ? pragma->moved->says : shortened(lowering, pragma_line(lowering->source, pragma, true)));
	for (char *c = strstr(line, "*/"); c; c = strstr(c, "*/"))
		*c = '+';
	for (char *c = strstr(line, "/*"); c; c = strstr(c, "/*"))
		*c = '|';
	return line;
}

const char *lower_leaf_checked(struct lowering *lowering, struct leaf *leaf)
{
	const struct lowering_row *row = target_row(lowering->target, leaf->kind);
	if (step_keeps(lowering, leaf))
		return step_leaf(lowering, leaf);
	if (!row->lower) {
		unsupported_at(lowering->source, lower_offset(leaf), "directive '%s' on target %s", directive_rows[leaf->kind].spelling,
			       lowering->target->name);
		return NULL;
	}
	bool good = true;
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const char *name = clause_rows[entry->clause->kind].spelling;
		if (openmp_lists(row->honoured, name))
			continue;
		unsupported_at(lowering->source, entry->clause->offset, "clause '%s' on '%s' on target %s", name,
			       directive_rows[leaf->kind].spelling, lowering->target->name);
		good = false;
	}
	return good ? row->lower(lowering, leaf) : NULL;
}
