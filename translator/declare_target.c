#include "declare_target.h"

#include "diagnostic.h"
#include "scan.h"
#include "survey_calls.h"

#include <string.h>

static void enter_variable(struct region_tree *tree, struct variable *variable, enum on_device on_device, unsigned offset)
{
	static const char *const clauses[] = {"", "enter", "link", "local"};
	const char *why = NULL;
	if (variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER)
		why = "must have static storage: declare it static or at file scope";
	else if (variable->threadprivate)
		why = "is threadprivate";
	else if (variable->on_device != DEVICE_NONE && variable->on_device != on_device)
		why = arena_printf(tree->source->arena, "is in both '%s' and '%s'", clauses[variable->on_device], clauses[on_device]);
	if (why)
		error_at(tree->source, offset, "'%s' in 'declare target' %s", variable->name, why);
	else
		variable->on_device = on_device;
}

/* Whether the directive is about the host alone. */
static bool is_for_host(const struct site *site)
{
	const struct clause *type = leaf_clause(&site->leaves[0], C_DEVICE_TYPE);
	return type && !strcmp(type->keyword, "host");
}

/* A function that other files may call on a device, when it is defined here. */
static void enter_function(struct region_tree *tree, const char *name, size_t length)
{
	for (const struct declared_function *f = survey_functions(tree->source); f; f = f->next) {
		struct device_function **tail = &tree->device_functions;
		if (!f->in_file || !f->is_definition || f->is_static || f->is_inline || f->in_macro || strlen(f->name) != length || memcmp(f->name, name, length))
			continue;
		while (*tail && strcmp((*tail)->name, f->name))
			tail = &(*tail)->next;
		if (*tail)
			continue;
		*tail = ARENA_NEW(tree->source->arena, struct device_function);
		**tail = (struct device_function){NULL, f->name, f->start, f->end};
	}
}

static void enter_name(struct region_tree *tree, const struct site *site, const char *name, size_t length, enum on_device on_device,
		       unsigned offset)
{
	struct variable *variable = survey_lookup(tree->survey, name, length, site->pragma->start);
	if (variable)
		enter_variable(tree, variable, on_device, offset);
	else if (!survey_declares(tree->survey, name, length))
		error_at(tree->source, offset, "'%.*s' in 'declare target' is not declared here", (int)length, name);
	else if (on_device == DEVICE_LINK)
		error_at(tree->source, offset, "'%.*s' in 'link' is not a variable", (int)length, name);
	else if (!is_for_host(site))
		enter_function(tree, name, length);
}

static void check_device_type(struct region_tree *tree, const struct leaf *leaf)
{
	const struct clause *type = leaf_clause(leaf, C_DEVICE_TYPE);
	if (type && !openmp_lists("host nohost any", type->keyword))
		error_at(tree->source, type->offset, "'%s' in 'device_type' is none of host, nohost and any", type->keyword);
}

/* A directive with a list, in parentheses or in clauses.  False: it has none, and begins a region of declarations. */
static bool enter_list(struct region_tree *tree, const struct site *site)
{
	bool listed = site->pragma->argument != NULL;
	if (listed) {
		const char *list = site->pragma->argument, *end = list + strlen(list);
		for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
			if (word.kind == LEX_WORD)
				enter_name(tree, site, word.start, word.length, DEVICE_ENTER, site->pragma->start);
	}
	for (const struct leaf_clause *entry = site->leaves[0].clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		bool list = clause->kind == C_ENTER || clause->kind == C_TO || clause->kind == C_LINK || clause->kind == C_LOCAL;
		listed |= list;
		for (const struct clause_item *item = clause->items; list && item; item = item->next)
			enter_name(tree, site, item->name, strlen(item->name), clause->kind == C_LINK ? DEVICE_LINK : clause->kind == C_LOCAL ? DEVICE_LOCAL : DEVICE_ENTER, item->offset);
	}
	return listed;
}

/* What is declared at file scope between the directives. */
static void enter_region(struct region_tree *tree, const struct site *begin, const struct site *finish)
{
	unsigned start = begin->pragma->end, end = finish->pragma->start;
	for (const struct declared_function *f = survey_functions(tree->source); f && !is_for_host(begin); f = f->next)
		if (f->in_file && f->name_offset >= start && f->name_offset < end)
			enter_function(tree, f->name, strlen(f->name));
	for (struct variable *v = tree->survey->variables; v; v = v->next) {
		for (const struct declaration *d = v->declarations; d; d = d->next)
			if (v->storage == STORAGE_GLOBAL && d->in_file && d->name_offset >= start && d->name_offset < end && !v->threadprivate)
				enter_variable(tree, v, DEVICE_ENTER, d->name_offset);
	}
}

void declare_target_read(struct region_tree *tree)
{
	enum { DEEPEST = 32 };
	const struct site *open[DEEPEST];
	int depth = 0;
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		enum directive kind = site->leaves[0].kind;
		if (kind == D_DECLARE_TARGET || kind == D_BEGIN_DECLARE_TARGET) {
			check_device_type(tree, &site->leaves[0]);
			if ((kind == D_BEGIN_DECLARE_TARGET || !enter_list(tree, site)) && depth < DEEPEST)
				open[depth++] = site;
		} else if (kind == D_END_DECLARE_TARGET && depth == 0) {
			error_at(tree->source, site->pragma->start, "'end declare target' without a 'begin declare target' before it");
		} else if (kind == D_END_DECLARE_TARGET) {
			enter_region(tree, open[--depth], site);
		}
	}
	while (depth-- > 0)
		error_at(tree->source, open[depth]->pragma->start, "'%s' without an 'end declare target' after it",
			 open[depth]->pragma->directive.spelling);
}

bool declare_target_is_complete(const struct source *source, const struct variable *variable, unsigned offset)
{
	bool known = false, open = false;
	for (const struct declaration *d = variable->declarations; d; d = d->next) {
		if (d->in_file && d->start >= offset)
			continue;
		const char *bracket = d->in_file ? scan_find(source->text + d->name_offset, source->text + d->end, "[") : NULL;
		bool no_extent = bracket && bracket[1 + strspn(bracket + 1, " \t\n")] == ']';
		known |= !d->is_extern || (d->in_file && !no_extent);
		open |= no_extent;
	}
	return variable->type->class != TYPE_ARRAY ? !variable->type->incomplete : known || (!open && !variable->type->incomplete);
}
