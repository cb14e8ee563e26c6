/*
 * directives.c - preprocessing directives in a region that moves out of its function.
 *
 * The function that a region becomes stands before the one it was in.  Definitions in the region stay where they were, and
 * what used them is expanded; conditional directives that do not pair up within the region are resolved: their lines and
 * the branches that were skipped go.
 */
#include "edits.h"

#include <string.h>

/* What a stretch of text has in directives. */
struct findings {
	bool includes, unbalanced;
};

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

static struct findings find(const struct source *source, unsigned start, unsigned end)
{
	struct findings found = {false, false};
	int depth = 0;
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++) {
		if (!starts_directive(source, i))
			continue;
		enum kind kind = kind_of(source, i);
		depth += kind == KIND_IF ? 1 : kind == KIND_ENDIF ? -1 : 0;
		found.unbalanced |= depth < 0 || (kind == KIND_ELSE && depth == 0);
		found.includes |= kind == KIND_INCLUDE && !source->tokens[i].skipped;
	}
	found.unbalanced |= depth != 0;
	return found;
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

static void settle(struct lowering *lowering, struct site *site)
{
	const struct source *source = lowering->source;
	unsigned start = site->statement->start, end = site->statement->end;
	struct findings found = find(source, start, end);
	struct text left = {0};
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++) {
		bool directive = starts_directive(source, i);
		enum kind kind = directive ? kind_of(source, i) : KIND_OTHER;
		unsigned line_end = directive ? source_directive_end(source, i) : 0;
		if (found.unbalanced && (kind == KIND_IF || kind == KIND_ELSE || kind == KIND_ENDIF || (directive && source->tokens[i].skipped))) {
			remove_lines(lowering, source->tokens[i].start, line_end);
		} else if (found.unbalanced && !directive && source->tokens[i].skipped && !source->tokens[i].directive) {
			i = remove_skipped(lowering, i, end);
		} else if (kind == KIND_DEFINE && !found.includes && !source->tokens[i].skipped) {
			remove_lines(lowering, source->tokens[i].start, line_end);
			text_printf(&left, "%.*s\n", (int)(line_end - source->tokens[i].start), source->text + source->tokens[i].start);
		}
	}
	if (left.length > 0)
		site->left_behind = arena_strndup(lowering->arena, left.data, left.length);
	text_release(&left);
}

void directives_settle(struct lowering *lowering)
{
	for (unsigned i = 0; i < lowering->tree->site_count; i++)
		if (is_outermost(lowering->tree->sites[i]))
			settle(lowering, lowering->tree->sites[i]);
}

void directives_expand(struct region_tree *tree)
{
	const struct survey *survey = tree->survey;
	for (unsigned i = 0; i < survey->invocation_count; i++) {
		const struct invocation *invocation = &survey->invocations[i];
		bool expand = invocation->effects & MACRO_COUNTS;
		for (unsigned s = 0; s < tree->site_count && !expand; s++) {
			const struct site *site = tree->sites[s];
			const struct statement *statement = site->statement;
			if (!is_outermost(site) || invocation->start < statement->start || invocation->start >= statement->end)
				continue;
			bool here = invocation->defined >= statement->start && invocation->defined < statement->end;
			bool local = invocation->defined >= site->function->start && invocation->defined < site->function->end;
			expand = invocation->effects & MACRO_NAMES_FUNCTION ||
				 (local && !(here && find(tree->source, statement->start, statement->end).includes));
		}
		if (expand)
			region_expand(tree, invocation->start);
	}
}
