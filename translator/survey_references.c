/* survey_references.c - the places where a variable is named, and what is done with it there. */
#include "survey_internal.h"

#include "diagnostic.h"

#include <stdlib.h>
#include <string.h>

/* Whether an argument at this offset is only passed on as an expression: no invocation around it pastes or stringifies. */
static bool argument_editable(const struct survey *survey, unsigned offset)
{
	for (unsigned i = 0; i < survey->invocation_count && survey->invocations[i].start <= offset; i++)
		if (offset < survey->invocations[i].end && (survey->invocations[i].effects & MACRO_PASTES))
			return false;
	return true;
}

bool survey_spelled_at(const struct source *source, unsigned offset, const char *name)
{
	unsigned token = source_token_at(source, offset);
	return token < source->token_count && source->tokens[token].start == offset && source_token_is(source, token, name);
}

static struct reference *new_reference(struct walk *walk)
{
	struct survey *survey = walk->survey;
	if (survey->reference_count == walk->reference_capacity) {
		walk->reference_capacity = walk->reference_capacity ? 2 * walk->reference_capacity : 256;
		struct reference *grown = realloc(survey->references, walk->reference_capacity * sizeof *grown);
		if (!grown)
			die("out of memory");
		survey->references = grown;
	}
	struct reference *reference = &survey->references[survey->reference_count++];
	memset(reference, 0, sizeof *reference);
	return reference;
}

void survey_add_reference(struct walk *walk, struct variable *variable, CXCursor cursor, unsigned access)
{
	CXSourceLocation location = clang_getCursorLocation(cursor);
	unsigned file = source_file_offset(location), expansion = source_expansion_offset(location);
	struct reference *reference = new_reference(walk);
	reference->variable = variable;
	reference->access = access;
	const struct invocation *invocation = survey_invocation(walk->survey, expansion);
	bool plain = file == expansion && !(invocation && invocation->start == file);
	reference->editable = survey_spelled_at(walk->source, file, variable->name) &&
			      (plain || argument_editable(walk->survey, file) ||
			       (invocation && invocation->start == file && invocation->end - file == strlen(variable->name)));
	reference->offset = reference->editable ? file : expansion;
	reference->invocation = expansion;
	if (file < walk->source->size)
		walk->seen[file] = 1;
	if (access & (ACCESS_ADDRESS | ACCESS_WHOLE) && !(access & ACCESS_UNEVALUATED))
		variable->address_taken |= variable->type->class != TYPE_ARRAY;
}

static int by_offset(const void *a, const void *b)
{
	const struct reference *x = a, *y = b;
	if (x->offset != y->offset)
		return x->offset < y->offset ? -1 : 1;
	return x->variable->order - y->variable->order;
}

unsigned survey_reference_at(const struct survey *survey, unsigned offset)
{
	unsigned low = 0, high = survey->reference_count;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (survey->references[middle].offset < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void survey_sort_references(struct survey *survey)
{
	unsigned kept = 0;
	if (survey->reference_count == 0)
		return;
	qsort(survey->references, survey->reference_count, sizeof *survey->references, by_offset);
	for (unsigned i = 1; i < survey->reference_count; i++) {
		struct reference *last = &survey->references[kept], *this = &survey->references[i];
		if (last->offset == this->offset && last->variable == this->variable && last->editable == this->editable)
			last->access |= this->access;
		else
			survey->references[++kept] = *this;
	}
	survey->reference_count = kept + 1;
}

/* The token after an attribute that begins at token i; i itself when none does. */
static unsigned past_attribute(const struct source *source, unsigned i)
{
	bool gnu = source_token_is(source, i, "__attribute__") || source_token_is(source, i, "__attribute");
	if (!gnu && !(source_token_is(source, i, "[") && source_token_is(source, i + 1, "[")))
		return i;
	int depth = 0;
	for (unsigned j = i + gnu; j < source->token_count; j++) {
		if (source_token_is(source, j, "(") || source_token_is(source, j, "["))
			depth++;
		else if ((source_token_is(source, j, ")") || source_token_is(source, j, "]")) && --depth <= 0)
			return j + 1;
	}
	return i;
}

/* The name of an asm statement's operand: `[name] "constraint"`. */
static bool names_operand(const struct source *source, unsigned i)
{
	return i > 0 && source_token_is(source, i - 1, "[") && source_token_is(source, i + 1, "]") && i + 2 < source->token_count &&
	       source->tokens[i + 2].kind == CXToken_Literal && source->text[source->tokens[i + 2].start] == '"';
}

void survey_add_unseen(struct walk *walk)
{
	const struct source *source = walk->source;
	for (struct function *f = walk->survey->functions; f; f = f->next) {
		for (unsigned i = source_token_at(source, f->body); i < source->token_count && source->tokens[i].start < f->end; i++) {
			i = past_attribute(source, i);
			const struct token *token = &source->tokens[i];
			if (token->kind != CXToken_Identifier || token->directive || token->skipped || walk->seen[token->start] || names_operand(source, i))
				continue;
			if (i > 0 && (source_token_is(source, i - 1, ".") || source_token_is(source, i - 1, "->") ||
				      source_token_is(source, i - 1, "goto") || source_token_is(source, i - 1, "struct") ||
				      source_token_is(source, i - 1, "union") || source_token_is(source, i - 1, "enum")))
				continue;
			struct variable *v = survey_lookup(walk->survey, source->text + token->start, token->end - token->start, token->start);
			if (!v || v->storage == STORAGE_GLOBAL || v->declared == token->start)
				continue;
			struct reference *reference = new_reference(walk);
			*reference = (struct reference){v, token->start, argument_editable(walk->survey, token->start), token->start,
							ACCESS_UNEVALUATED | ACCESS_WHOLE};
			const struct invocation *invocation = survey_invocation(walk->survey, token->start);
			if (invocation)
				reference->invocation = invocation->start;
		}
	}
}
