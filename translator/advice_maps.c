/*
 * advice_maps.c - pointers to the host's memory that a target region follows and no clause maps (OpenMP 5.2, 5.8.1): certain is it for
 * what the function has allocated itself and shown to nobody who could map it.
 */
#include "advice.h"

#include "extents.h"
#include "maps.h"
#include "scan.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- who sees the pointer */

/* Functions of C's library that leave nothing behind of what they get. */
static bool forgets(const char *name, size_t length)
{
	static const char names[] = "memset memcpy memmove memcmp printf fprintf free fread fwrite assert qsort strlen sizeof if while";
	return length > 0 && openmp_lists(names, strndupa(name, length));
}

static bool is_word(char c)
{
	return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The name before the bracket that is open at `at`, within the statement; its length, 0: there is none. */
static size_t called_around(const char *text, const char *at, const char **name)
{
	int depth = 0;
	for (; at > text && !strchr(";{}", at[-1]); at--) {
		depth += at[-1] == ')' ? 1 : at[-1] == '(' ? -1 : 0;
		if (depth >= 0)
			continue;
		const char *end = at - 1;
		while (end > text && strchr(" \t\n", end[-1]))
			end--;
		*name = end;
		while (*name > text && is_word((*name)[-1]))
			--*name;
		return (size_t)(end - *name);
	}
	return 0;
}

/* Whether the reference follows the pointer, compares it or gives it to a function that forgets it. */
static bool stays_here(const struct survey *survey, const struct reference *reference)
{
	const char *text = survey->source->text, *at = text + reference->offset, *name, *end = text + survey->source->size;
	struct lexeme after = scan(at + strlen(reference->variable->name), end);
	const char *before = at;
	while (before > text && strchr(" \t\n(", before[-1]))
		before--;
	char last = before > text ? before[-1] : ';', one = before > text + 1 ? before[-2] : ';';
	if (!reference->editable || strncmp(at, reference->variable->name, strlen(reference->variable->name)))
		return false;
	bool address = last == '&' && one != '&', leaves = before - text >= 6 && !strncmp(before - 6, "return", 6);
	if (!address && (lexeme_is(after, "[") || lexeme_is(after, "->") || lexeme_is(after, "=") || lexeme_is(after, "==") || lexeme_is(after, "!=")))
		return true;
	if (leaves || last == '!' || (last == '=' && (one == '=' || one == '!')) || (last == '*' && one != '&'))
		return true;
	size_t length = called_around(text, at, &name);
	return length > 0 && forgets(name, length);
}

static bool is_seen_by_others(const struct region_tree *tree, const struct variable *variable)
{
	const struct survey *survey = tree->survey;
	for (unsigned i = 0; i < survey->reference_count; i++)
		if (survey->references[i].variable == variable && survey->references[i].offset != variable->declared && !stays_here(survey, &survey->references[i]))
			return true;
	return false;
}

/* ---------------------------------------------------------------------------------------------- what is mapped */

/* Whether a construct that lasts, or is around others, maps what the pointer leads to. */
static bool is_mapped(const struct region_tree *tree, const struct variable *variable)
{
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct leaf *leaf = tree->sites[i] ? &tree->sites[i]->leaves[0] : NULL;
		if (!leaf || (leaf->kind != D_TARGET_DATA && leaf->kind != D_TARGET_ENTER_DATA))
			continue;
		for (const struct map_item *item = leaf->maps; item; item = item->next)
			if (item->variable == variable)
				return true;
	}
	return false;
}

/* Whether the program asks for devices that use the host's memory (8.2). */
static bool shares_memory(const struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i] && tree->sites[i]->leaves[0].kind == D_REQUIRES &&
		    (leaf_clause(&tree->sites[i]->leaves[0], C_UNIFIED_SHARED_MEMORY) || leaf_clause(&tree->sites[i]->leaves[0], C_SELF_MAPS)))
			return true;
	return false;
}

/* ---------------------------------------------------------------------------------------------- the warning */

/* The first place that certainly follows the pointer; null: none. */
static const struct memory_access *use_of(const struct accesses *accesses, const struct variable *variable)
{
	for (const struct memory_access *access = accesses->items; access; access = access->next)
		if (access->variable == variable && access->rank > 0 && !access->conditional && !access->called)
			return access;
	return NULL;
}

/* Whether a construct between the region and the offset has a clause about the variable: a reduction of a section maps it. */
static bool is_named_inside(const struct region_tree *tree, const struct leaf *leaf, const struct variable *variable, unsigned offset)
{
	for (const struct leaf *at = region_leaf_at(tree, offset); at && at != leaf; at = at->outer) {
		const struct share *share = leaf_share(at, variable);
		if (share && share->clause)
			return true;
	}
	return false;
}

static const char *section_of(struct arena *arena, const struct extent *extent, const struct polynomial *count, bool counted)
{
	if (extent && extent->section && *extent->section)
		return extent->section;
	return counted ? extents_section(arena, NULL, count, "", NULL) : NULL;
}

/* Whether the region certainly goes to the device that a device clause names by a number, or to the default one. */
static bool leaves_host(const struct leaf *leaf)
{
	const struct clause *device = leaf_clause(leaf, C_DEVICE);
	const char *number = device ? device->expression : "0";
	return !leaf_if(leaf) && number && strspn(number, "0123456789") == strlen(number);
}

static void about_pointer(const struct region_tree *tree, struct findings *findings, const struct leaf *leaf, const struct share *share)
{
	const struct variable *variable = share->variable;
	const struct statement *statement = leaf->site->statement;
	struct arena *arena = tree->source->arena;
	const struct polynomial *count = NULL;
	struct accesses accesses;
	bool counted;
	if (!accesses_allocation(tree->survey, variable, statement->start, &count, &counted) || is_mapped(tree, variable) || is_seen_by_others(tree, variable) ||
	    !accesses_of_region(tree->survey, statement->start, statement->end, &accesses))
		return;
	const struct memory_access *use = use_of(&accesses, variable);
	if (!use || is_named_inside(tree, leaf, variable, use->offset))
		return;
	const struct extent *extent = accesses.incomplete ? NULL : extents_of(tree->survey, &accesses, statement->start, statement->end);
	while (extent && extent->variable != variable)
		extent = extent->next;
	const char *section = section_of(arena, extent, count, counted), *kind = extent && !extent->written ? "to" : extent && extent->filled ? "from" : "tofrom";
	const char *clause = arena_printf(arena, "map(%s: %s%s)", kind, variable->name, section ? section : "[0:...]");
	findings_add(findings, FINDING_WARNING, use->offset, "'%s' points to memory of the host, and no clause maps it: a device does not have it", variable->name);
	struct fixit fixit = section && !leaf->site->pragma->expanded ? advice_add_clause(tree->source, leaf->site->pragma, clause) : (struct fixit){0};
	findings_fix(findings, leaf->site->pragma->start, fixit, "add %s", clause);
}

void advice_about_maps(const struct region_tree *tree, struct findings *findings)
{
	for (unsigned i = 0; i < tree->site_count && !shares_memory(tree); i++) {
		const struct site *site = tree->sites[i];
		if (!site || !site->statement->found || site->leaves[0].kind != D_TARGET || !leaves_host(&site->leaves[0]))
			continue;
		for (const struct share *share = site->leaves[0].shares; share; share = share->next)
			if (!share->clause && share->variable->type->class == TYPE_POINTER && share->sharing == SHARING_FIRSTPRIVATE &&
			    share->variable->type->element_class != TYPE_POINTER)
				about_pointer(tree, findings, &site->leaves[0], share);
	}
}
