/*
 * directives.c - preprocessing directives in a region that moves out of its function.
 *
 * The function that a region becomes stands before the one it was in.  Definitions in the region stay where they were, and
 * what used them is expanded; conditional directives that do not pair up within the region are resolved: their lines and
 * the branches that were skipped go.
 */
#include "edits.h"

#include <string.h>

enum kind { KIND_OTHER, KIND_IF, KIND_ELSE, KIND_ENDIF, KIND_DEFINE, KIND_INCLUDE };

static bool starts_directive(const struct source *source, unsigned i)
{
	const struct token *token = &source->tokens[i];
	if (!token->directive || (source->text[token->start] != '#' && source->text[token->start] != '%'))
		return false;
	unsigned line = token->start;
	while (line > 0 && strchr(" \t", source->text[line - 1]))
		line--;
	return line == 0 || source->text[line - 1] == '\n' || i == 0 || !source->tokens[i - 1].directive ||
	       source->tokens[i - 1].kind == CXToken_Comment;
}

static enum kind kind_of(const struct source *source, unsigned i)
{
	static const struct {
		const char *word;
		enum kind kind;
	} words[] = {{"if", KIND_IF}, {"ifdef", KIND_IF}, {"ifndef", KIND_IF}, {"else", KIND_ELSE}, {"elif", KIND_ELSE}, {"elifdef", KIND_ELSE},
		     {"elifndef", KIND_ELSE}, {"endif", KIND_ENDIF}, {"define", KIND_DEFINE}, {"undef", KIND_DEFINE}, {"include", KIND_INCLUDE}};
	unsigned name = i + 1;
	while (name < source->token_count && source->tokens[name].kind == CXToken_Comment)
		name++;
	for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
		if (source_token_is(source, name, words[w].word))
			return words[w].kind;
	return KIND_OTHER;
}

static bool includes(const struct source *source, unsigned start, unsigned end)
{
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++)
		if (starts_directive(source, i) && kind_of(source, i) == KIND_INCLUDE && !source->tokens[i].skipped)
			return true;
	return false;
}

/* The conditional directives of a stretch of text that have no partner in it: their tokens' indices, in order. */
struct loose {
	unsigned *tokens;
	unsigned count, unclosed; /* the last `unclosed` ones open something */
};

static struct loose find_loose(struct lowering *lowering, unsigned start, unsigned end)
{
	const struct source *source = lowering->source;
	unsigned first = source_token_at(source, start), last = source_token_at(source, end);
	struct loose loose = {arena_alloc(lowering->arena, (last - first + 1) * sizeof(unsigned)), 0, 0};
	for (unsigned i = first; i < last; i++) {
		enum kind kind = starts_directive(source, i) ? kind_of(source, i) : KIND_OTHER;
		if (kind == KIND_IF) {
			loose.tokens[loose.count++] = i;
			loose.unclosed++;
		} else if (kind == KIND_ENDIF && loose.unclosed > 0) {
			while (kind_of(source, loose.tokens[loose.count - 1]) != KIND_IF)
				loose.count--;
			loose.count--;
			loose.unclosed--;
		} else if (kind == KIND_ELSE || kind == KIND_ENDIF) {
			loose.tokens[loose.count++] = i;
		}
	}
	return loose;
}

static bool is_outermost(const struct site *site)
{
	bool outlined = false;
	for (int i = 0; i < site->leaf_count; i++)
		outlined |= site->leaves[i].outlined;
	for (const struct leaf *leaf = site->leaves[0].outer; leaf; leaf = leaf->outer)
		if (leaf->outlined)
			return false;
	return outlined && site->statement->found;
}

/* Removes the lines that the text [start, end) covers. */
static void remove_lines(struct lowering *lowering, unsigned start, unsigned end)
{
	const char *text = lowering->source->text;
	while (start > 0 && strchr(" \t", text[start - 1]))
		start--;
	if (text[end] == '\r')
		end++;
	if (text[end] == '\n')
		end++;
	edits_add(lowering, start, end, "");
}

/* Removes the tokens of a branch that was skipped, from token i on; the index of the last one. */
static unsigned remove_skipped(struct lowering *lowering, unsigned i, unsigned end)
{
	const struct source *source = lowering->source;
	unsigned first = i;
	while (i + 1 < source->token_count && source->tokens[i + 1].skipped && source->tokens[i + 1].start < end && !starts_directive(source, i + 1))
		i++;
	edits_add(lowering, source->tokens[first].start, source->tokens[i].end, "");
	return i;
}

static void leave_behind(struct lowering *lowering, unsigned i, struct text *left)
{
	const struct source *source = lowering->source;
	unsigned start = source->tokens[i].start;
	text_printf(left, "%.*s\n", (int)(source_directive_end(source, i) - start), source->text + start);
}

/* Takes conditional directives and skipped branches out; those without a partner stay behind the construct. */
static void resolve(struct lowering *lowering, const struct statement *statement, const struct loose *loose, struct text *left)
{
	const struct source *source = lowering->source;
	for (unsigned i = 0; i < loose->count; i++)
		leave_behind(lowering, loose->tokens[i], left);
	for (unsigned i = source_token_at(source, statement->start); i < source->token_count && source->tokens[i].start < statement->end; i++) {
		bool directive = starts_directive(source, i);
		enum kind kind = directive ? kind_of(source, i) : KIND_OTHER;
		if (kind == KIND_IF || kind == KIND_ELSE || kind == KIND_ENDIF || (directive && source->tokens[i].skipped))
			remove_lines(lowering, source->tokens[i].start, source_directive_end(source, i));
		else if (source->tokens[i].skipped && !source->tokens[i].directive)
			i = remove_skipped(lowering, i, statement->end);
	}
}

/* Definitions in a region that moves stay where they are. */
static void keep_definitions(struct lowering *lowering, const struct statement *statement, struct text *left)
{
	const struct source *source = lowering->source;
	for (unsigned i = source_token_at(source, statement->start); i < source->token_count && source->tokens[i].start < statement->end; i++) {
		if (source->tokens[i].skipped || !starts_directive(source, i) || kind_of(source, i) != KIND_DEFINE)
			continue;
		leave_behind(lowering, i, left);
		remove_lines(lowering, source->tokens[i].start, source_directive_end(source, i));
	}
}

void directives_settle(struct lowering *lowering)
{
	unsigned resolved = 0; /* the end of the last statement whose conditional directives are gone */
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		struct site *site = lowering->tree->sites[i];
		const struct statement *statement = site->statement;
		struct text left = {0};
		if (!statement->found)
			continue;
		if (is_outermost(site) && !includes(lowering->source, statement->start, statement->end))
			keep_definitions(lowering, statement, &left);
		if (statement->start >= resolved) {
			struct loose loose = find_loose(lowering, statement->start, statement->end);
			if (loose.count > 0) {
				resolve(lowering, statement, &loose, &left);
				resolved = statement->end;
			}
		}
		if (left.length > 0)
			site->left_behind = arena_strndup(lowering->arena, left.data, left.length);
		text_release(&left);
	}
}

void directives_expand(struct region_tree *tree)
{
	const struct survey *survey = tree->survey;
	for (unsigned i = 0; i < survey->invocation_count; i++) {
		const struct invocation *invocation = &survey->invocations[i];
		unsigned token = source_token_at(tree->source, invocation->start);
		if (tree->source->tokens[token].directive)
			continue;
		bool expand = invocation->effects & MACRO_COUNTS;
		for (unsigned s = 0; s < tree->site_count && !expand; s++) {
			const struct site *site = tree->sites[s];
			const struct statement *statement = site->statement;
			if (!is_outermost(site) || invocation->start < statement->start || invocation->start >= statement->end)
				continue;
			bool here = invocation->defined >= statement->start && invocation->defined < statement->end;
			bool local = invocation->defined >= site->function->start && invocation->defined < site->function->end;
			expand = invocation->effects & MACRO_NAMES_FUNCTION ||
				 (local && !(here && includes(tree->source, statement->start, statement->end)));
		}
		if (expand)
			region_expand(tree, invocation->start);
	}
}
