#include "dataenv_internal.h"
#include "declare_target.h"
#include "diagnostic.h"
#include "maps_check.h"
#include "scan.h"

#include <string.h>

bool maps_is_device_leaf(const struct leaf *leaf)
{
	return leaf->kind == D_TARGET || leaf->kind == D_TARGET_DATA || leaf->kind == D_TARGET_ENTER_DATA ||
	       leaf->kind == D_TARGET_EXIT_DATA || leaf->kind == D_TARGET_UPDATE;
}

/* ---------------------------------------------------------------------------------------------- items */

/* The bytes from the first element to past the last. */
static const char *bytes_of(struct arena *arena, const struct locator *locator, bool *contiguous)
{
	const char *element = arena_printf(arena, "sizeof(%s)", locator->storage), *count = NULL;
	int first = 0;
	*contiguous = true;
	while (first < locator->rank && locator->dimensions[first].subscript)
		first++;
	for (int i = first; i < locator->rank; i++)
		*contiguous &= !strcmp(locator->dimensions[i].stride, "1") && (i == first || locator->dimensions[i].whole);
	if (*contiguous) {
		for (int i = first; i < locator->rank; i++)
			count = arena_printf(arena, "%s(%s) * ", count ? count : "", locator->dimensions[i].length);
		return arena_printf(arena, "%s%s", count ? count : "", element);
	}
	const char *last = NULL;
	for (int i = first; i < locator->rank; i++) {
		const struct map_dimension *d = &locator->dimensions[i];
		last = last ? arena_printf(arena, "(%s) * (%s)", last, d->extent) : NULL;
		const char *own = arena_printf(arena, "((%s) - 1) * (%s)", d->length, d->stride);
		last = last ? arena_printf(arena, "%s + %s", last, own) : own;
	}
	return arena_printf(arena, "(%s + 1) * %s", last, element);
}

static const struct mapper *find_mapper(const struct region_tree *tree, const char *name, const char *type_name, unsigned offset)
{
	for (const struct mapper *mapper = tree->mappers; mapper; mapper = mapper->next)
		if (mapper->start <= offset && offset < mapper->end && !strcmp(mapper->name, name) && !strcmp(mapper->type_name, type_name))
			return mapper;
	return NULL;
}

static struct map_item *new_item(struct region_tree *tree, const struct locator *locator, enum map_kind kind, const char *written)
{
	struct arena *arena = tree->source->arena;
	struct map_item *item = ARENA_NEW(arena, struct map_item);
	struct map_dimension *dimensions = arena_alloc(arena, sizeof locator->dimensions);
	memcpy(dimensions, locator->dimensions, sizeof locator->dimensions);
	*item = (struct map_item){.kind = kind, .variable = locator->variable, .written = written, .storage = locator->storage,
				  .type = locator->type, .rank = locator->rank, .dimensions = dimensions, .pointer = locator->pointer,
				  .record = locator->record, .record_pointer = locator->record_pointer, .member = locator->member};
	item->bytes = bytes_of(arena, locator, &item->contiguous);
	return item;
}

static void append(struct map_item **list, struct map_item *item)
{
	while (*list)
		list = &(*list)->next;
	*list = item;
}

/* ---------------------------------------------------------------------------------------------- explicit items */

/* The map type on this directive: enter data copies to, exit data from the device (5.2, 5.8.3). */
static bool kind_of(struct region_tree *tree, enum directive directive, const struct clause *clause, enum map_kind *kind)
{
	static const struct {
		const char *word;
		enum map_kind kind;
	} kinds[] = {{"to", MAP_TO}, {"from", MAP_FROM}, {"tofrom", MAP_TOFROM}, {"alloc", MAP_STORAGE}, {"storage", MAP_STORAGE},
		     {"release", MAP_RELEASE}, {"delete", MAP_DELETE}};
	static const char *const rest[] = {[MAP_TO] = "to", [MAP_FROM] = "from", [MAP_TOFROM] = "tofrom", [MAP_STORAGE] = "alloc",
					   [MAP_RELEASE] = "release", [MAP_DELETE] = "delete"};
	*kind = MAP_TOFROM;
	for (size_t i = 0; clause->keyword && i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(clause->keyword, kinds[i].word))
			*kind = kinds[i].kind;
	const char *allowed = "to, from, tofrom and alloc";
	bool good = *kind != MAP_RELEASE && *kind != MAP_DELETE;
	if (directive == D_TARGET_ENTER_DATA) {
		allowed = "to and alloc";
		*kind = *kind == MAP_TOFROM ? MAP_TO : *kind;
		good = *kind == MAP_TO || *kind == MAP_STORAGE;
	} else if (directive == D_TARGET_EXIT_DATA) {
		allowed = "from, release and delete";
		*kind = *kind == MAP_TOFROM ? MAP_FROM : *kind;
		good = *kind == MAP_FROM || *kind == MAP_RELEASE || *kind == MAP_DELETE;
	} else if (directive == D_DECLARE_MAPPER) {
		good = true;
	}
	if (!good)
		error_at(tree->source, clause->offset, "map type '%s' is not for '%s', which takes %s", rest[*kind],
			 directive_rows[directive].spelling, allowed);
	return good;
}

static unsigned modifiers_of(const struct clause *clause)
{
	static const struct {
		const char *word;
		unsigned modifiers;
	} words[] = {{"always", MAP_ALWAYS}, {"close", MAP_CLOSE}, {"present", MAP_PRESENT}, {"self", MAP_SELF}, {"ref_ptr", MAP_REF_PTR},
		     {"ref_ptee", MAP_REF_PTEE}, {"ref_ptr_ptee", MAP_REF_PTR | MAP_REF_PTEE}};
	unsigned result = 0;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (openmp_lists(clause->modifiers, words[i].word))
			result |= words[i].modifiers;
	return result;
}

static bool check_locator(struct region_tree *tree, const struct clause *clause, const struct clause_item *listed, const struct locator *locator)
{
	const char *name = clause_rows[clause->kind].spelling, *why = NULL;
	if (locator->bit_field)
		why = "is a bit-field, which has no address";
	else if (locator->function)
		why = "is no object that has a size";
	else if (locator->variable && locator->variable->threadprivate)
		why = "is threadprivate";
	else if (locator->type->incomplete || (locator->type->class == TYPE_RECORD && locator->type->size < 0))
		why = "has an incomplete type: its size is not known here";
	else if (locator->shaped && clause->kind != C_TO && clause->kind != C_FROM)
		why = "gives a shape to a pointer, which is for 'target update'";
	else if (clause->kind == C_USE_DEVICE_PTR && (locator->type->class != TYPE_POINTER || locator->section))
		why = "is no pointer";
	if (why)
		error_at(tree->source, listed->offset, "'%s' in '%s' %s", listed->written, name, why);
	return !why;
}

static bool is_mapping(enum clause_kind kind)
{
	return kind == C_MAP || kind == C_TO || kind == C_FROM;
}

static bool kind_of_clause(struct region_tree *tree, const struct leaf *leaf, const struct clause *clause, enum map_kind *kind)
{
	switch (clause->kind) {
	case C_MAP: return kind_of(tree, leaf->kind, clause, kind);
	case C_TO: *kind = MAP_TO; return leaf->kind == D_TARGET_UPDATE;
	case C_FROM: *kind = MAP_FROM; return leaf->kind == D_TARGET_UPDATE;
	case C_USE_DEVICE_PTR: *kind = MAP_USE_DEVICE_PTR; return true;
	case C_USE_DEVICE_ADDR: *kind = MAP_USE_DEVICE_ADDR; return true;
	case C_IS_DEVICE_PTR: *kind = MAP_IS_DEVICE_PTR; return true;
	case C_HAS_DEVICE_ADDR: *kind = MAP_HAS_DEVICE_ADDR; return true;
	case C_REDUCTION: case C_IN_REDUCTION: *kind = MAP_TOFROM; return leaf->kind == D_TARGET;
	default: return false;
	}
}

/* The mapper of an item: the one named, else the default one for its type. */
static bool resolve_mapper(struct region_tree *tree, const struct clause *clause, const struct clause_item *listed, unsigned place,
			   const struct locator *locator, struct map_item *item)
{
	bool default_one = !clause->mapper || !strcmp(clause->mapper, "default");
	if (!is_mapping(clause->kind))
		return true;
	item->mapper = find_mapper(tree, default_one ? "default" : clause->mapper, locator->type_name, place);
	if (item->mapper || default_one)
		return true;
	error_at(tree->source, listed->offset, "no mapper '%s' is declared for '%s', which has type '%s'", clause->mapper, listed->written,
		 locator->type_name);
	return false;
}

static struct map_item *explicit_item(struct region_tree *tree, const struct leaf *leaf, const struct clause *clause,
				      const struct clause_item *listed, const struct directive_name *also)
{
	struct locator locator;
	enum map_kind kind;
	unsigned place = leaf->site->pragma->start;
	const char *written = listed->written ? listed->written : arena_printf(tree->source->arena, "%s%s", listed->name, listed->section ? listed->section : "");
	if (!kind_of_clause(tree, leaf, clause, &kind) ||
	    !survey_locator(tree->survey, written, clause_rows[clause->kind].spelling, place, listed->offset, also, &locator) ||
	    !check_locator(tree, clause, listed, &locator))
		return NULL;
	struct map_item *item = new_item(tree, &locator, kind, written);
	if (!resolve_mapper(tree, clause, listed, place, &locator, item))
		return NULL;
	item->modifiers = modifiers_of(clause) | (clause->kind == C_IN_REDUCTION ? MAP_REDUCTION : 0);
	item->offset = listed->offset;
	item->clause = clause;
	item->rule = "clause";
	if (locator.unbounded) { /* p[:]: what p points to is there already (6.0, 5.2.5) */
		item->modifiers |= MAP_ZERO_LENGTH;
		item->kind = MAP_STORAGE;
	}
	return item;
}

/* What the item says about its base variable in a target region (5.8.1): the variable itself is mapped, or a pointer to what is. */
static void share_item(struct region_tree *tree, struct leaf *leaf, const struct clause *clause, const struct clause_item *listed,
		       const struct map_item *item)
{
	struct variable *variable = listed->variable;
	bool pointed = item->pointer || item->record_pointer || item->kind == MAP_IS_DEVICE_PTR;
	if (!variable || variable_stays_on_device(variable))
		return;
	bool base_is_pointer = variable->type->class == TYPE_POINTER;
	struct share *share = leaf_share(leaf, variable);
	if (share && share->clause && !(is_mapping(share->clause->kind) && is_mapping(clause->kind))) {
		dataenv_twice(tree, clause, listed, share);
		return;
	}
	bool whole = !(pointed && base_is_pointer);
	if (!share)
		share = dataenv_add_share(tree, leaf, variable, whole ? SHARING_SHARED : SHARING_FIRSTPRIVATE,
					  whole ? "clause" : "pointer to what is mapped (5.8.6)");
	if (whole)
		share->sharing = SHARING_SHARED;
	if (item->kind == MAP_IS_DEVICE_PTR)
		share->rule = "clause";
	share->clause = clause;
	share->item = listed;
}

/* Inside a target data region the name means the device's copy of the pointer, or what it stands for on the device. */
static void share_device_name(struct region_tree *tree, struct leaf *leaf, const struct clause *clause, const struct clause_item *listed,
			      const struct map_item *item)
{
	struct share *share = listed->variable ? leaf_share(leaf, listed->variable) : NULL;
	if (!listed->variable)
		return;
	if (share) {
		dataenv_twice(tree, clause, listed, share);
		return;
	}
	if (item->kind == MAP_USE_DEVICE_PTR && item->rank + !!item->pointer + !!item->record > 0) {
		error_at(tree->source, listed->offset, "'%s' in 'use_device_ptr' is not the name of a variable", item->written);
		return;
	}
	share = dataenv_add_share(tree, leaf, listed->variable,
				  item->kind == MAP_USE_DEVICE_PTR ? SHARING_FIRSTPRIVATE : SHARING_SHARED, "clause");
	share->clause = clause;
	share->item = listed;
}

/* All but target are about nothing without a list item (5.2, 13.5 to 13.7 and 13.9, restrictions). */
static void check_needed(struct region_tree *tree, const struct leaf *leaf)
{
	bool data = leaf->kind == D_TARGET_DATA, update = leaf->kind == D_TARGET_UPDATE;
	bool mapped = leaf_clause(leaf, C_MAP) || leaf_clause(leaf, C_TO) || leaf_clause(leaf, C_FROM) || leaf_clause(leaf, C_USE_DEVICE_PTR) ||
		      leaf_clause(leaf, C_USE_DEVICE_ADDR);
	if (!mapped && leaf->kind != D_TARGET)
		error_at(tree->source, leaf->site->pragma->start, "'%s' needs a clause %s", directive_rows[leaf->kind].spelling,
			 update ? "'to' or 'from'" : data ? "'map', 'use_device_ptr' or 'use_device_addr'" : "'map'");
}

void maps_add_explicit(struct region_tree *tree, struct leaf *leaf)
{
	if (!maps_is_device_leaf(leaf))
		return;
	check_needed(tree, leaf);
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		enum map_kind kind;
		for (const struct clause_item *listed = clause->items; listed; listed = listed->next) {
			if (clause->kind != C_MAP && !kind_of_clause(tree, leaf, clause, &kind))
				break;
			struct map_item *item = explicit_item(tree, leaf, clause, listed, NULL);
			if (!item)
				break;
			append(&leaf->maps, item);
			if (leaf->kind == D_TARGET && clause->kind != C_IN_REDUCTION)
				share_item(tree, leaf, clause, listed, item);
			else if (clause->kind == C_USE_DEVICE_PTR || clause->kind == C_USE_DEVICE_ADDR)
				share_device_name(tree, leaf, clause, listed, item);
		}
	}
	maps_check(tree, leaf);
}

/* ---------------------------------------------------------------------------------------------- implicit items */

/* What defaultmap says about variables of this kind; null: nothing, or default. */
static const struct clause *behavior_of(const struct leaf *leaf, const char *category)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		if (clause->kind == C_DEFAULTMAP && strcmp(clause->keyword, "default") &&
		    (!strcmp(clause->modifiers, "all") || !strcmp(clause->modifiers, category)))
			return clause;
	}
	return NULL;
}

static struct share *map_implicitly(struct region_tree *tree, struct leaf *leaf, struct variable *variable, enum map_kind kind,
				    unsigned modifiers, const char *rule)
{
	struct locator locator;
	struct share *share = dataenv_add_share(tree, leaf, variable, SHARING_SHARED, rule);
	if (variable->type->incomplete) {
		error_at(tree->source, leaf->site->pragma->start, "'%s' is used in the target region, and its size is not known here: map a section of it",
			 variable->name);
		return share;
	}
	if (!survey_locator(tree->survey, variable->name, "map", leaf->site->pragma->start, leaf->site->pragma->start, NULL, &locator))
		return share;
	struct map_item *item = new_item(tree, &locator, kind, variable->name);
	item->mapper = find_mapper(tree, "default", locator.type_name, leaf->site->pragma->start);
	if (kind == MAP_TOFROM && variable->type->is_const)
		item->kind = MAP_TO; /* it cannot change there */
	item->modifiers = modifiers;
	item->offset = leaf->site->pragma->start;
	item->implicit = true;
	item->rule = rule;
	append(&leaf->maps, item);
	return share;
}

/* A pointer becomes the device's address of what it points to, when that is there: p[:0] (5.8.1). */
static struct share *map_pointer(struct region_tree *tree, struct leaf *leaf, struct variable *variable)
{
	const char *rule = "pointer in a target region: p[:0] (5.8.1)";
	struct arena *arena = tree->source->arena;
	struct share *share = dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, rule);
	struct map_item *item = ARENA_NEW(arena, struct map_item);
	struct map_dimension *none = ARENA_NEW(arena, struct map_dimension);
	*none = (struct map_dimension){.lower = "0", .length = "0", .stride = "1"};
	*item = (struct map_item){.kind = MAP_STORAGE, .modifiers = MAP_ZERO_LENGTH, .variable = variable, .offset = leaf->site->pragma->start,
				  .written = arena_printf(arena, "%s[:0]", variable->name), .storage = arena_printf(arena, "(*%s)", variable->name),
				  .rank = 1, .dimensions = none, .bytes = "0", .contiguous = true, .pointer = variable->name, .implicit = true,
				  .rule = rule};
	append(&leaf->maps, item);
	return share;
}

static struct share *by_defaultmap(struct region_tree *tree, struct leaf *leaf, struct variable *variable, const struct clause *clause,
				   unsigned offset)
{
	static const struct {
		const char *word;
		enum map_kind kind;
		unsigned modifiers;
	} behaviors[] = {{"to", MAP_TO, 0}, {"from", MAP_FROM, 0}, {"tofrom", MAP_TOFROM, 0}, {"alloc", MAP_STORAGE, 0},
			 {"storage", MAP_STORAGE, 0}, {"present", MAP_STORAGE, MAP_PRESENT}, {"self", MAP_STORAGE, MAP_SELF}};
	const char *rule = arena_printf(tree->source->arena, "defaultmap(%s) (5.8.7)", clause->argument);
	if (!strcmp(clause->keyword, "firstprivate"))
		return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, rule);
	if (!strcmp(clause->keyword, "private"))
		return dataenv_add_share(tree, leaf, variable, SHARING_PRIVATE, rule);
	if (!strcmp(clause->keyword, "none")) {
		error_at(tree->source, offset, "'%s' is not mapped: defaultmap(none) asks for a clause for every variable; add map(%s), private(%s) or another",
			 variable->name, variable->name, variable->name);
		note_at(tree->source, clause->offset, "defaultmap(none) is here");
		return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, rule);
	}
	for (size_t i = 0; i < sizeof behaviors / sizeof behaviors[0]; i++)
		if (!strcmp(clause->keyword, behaviors[i].word))
			return map_implicitly(tree, leaf, variable, behaviors[i].kind, behaviors[i].modifiers, rule);
	ppcc_bug("defaultmap has no behavior '%s'", clause->keyword);
}

/* The share of an inner part of the directive that gives the variable a value that must come back (17.2). */
static const struct share *result_of(const struct leaf *leaf, const struct variable *variable)
{
	for (const struct leaf *inner = leaf->inner; inner; inner = inner->inner) {
		const struct share *share = leaf_share(inner, variable);
		if (share && share->clause && (share->sharing == SHARING_REDUCTION || share->sharing == SHARING_LINEAR || share->last))
			return share;
	}
	return NULL;
}

/* A section that is reduced is mapped as in a map clause. */
static struct share *map_section(struct region_tree *tree, struct leaf *leaf, const struct share *result, const char *rule)
{
	struct variable *variable = result->variable;
	struct map_item *item = explicit_item(tree, leaf, result->clause, result->item, NULL);
	if (item) {
		item->clause = NULL;
		item->implicit = true;
		item->rule = rule;
		append(&leaf->maps, item);
	}
	return dataenv_add_share(tree, leaf, variable, variable->type->class == TYPE_POINTER ? SHARING_FIRSTPRIVATE : SHARING_SHARED, rule);
}

struct share *maps_share_implicitly(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	const char *const results = "map(tofrom) for the result of a combined construct (17.2)";
	if (variable->threadprivate || variable->groupprivate || variable_stays_on_device(variable))
		return NULL;
	const struct share *result = result_of(leaf, variable);
	if (result && result->sharing == SHARING_REDUCTION && result->item->section)
		return map_section(tree, leaf, result, results);
	if (result)
		return map_implicitly(tree, leaf, variable, MAP_TOFROM, 0, results);
	const struct clause *clause = dataenv_default(leaf, variable);
	if (clause && strcmp(clause->keyword, "shared"))
		return dataenv_by_default(tree, leaf, variable, offset);
	const char *category = dataenv_category(variable);
	const struct clause *behavior = behavior_of(leaf, category);
	if (behavior)
		return by_defaultmap(tree, leaf, variable, behavior, offset);
	if (!strcmp(category, "pointer"))
		return map_pointer(tree, leaf, variable);
	if (!strcmp(category, "aggregate"))
		return map_implicitly(tree, leaf, variable, MAP_TOFROM, 0, "aggregate in a target region: map(tofrom) (5.8.1)");
	return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "scalar in a target region (5.8.1)");
}

/* ---------------------------------------------------------------------------------------------- declare mapper */

/* [name :] type variable */
static bool read_mapper(struct region_tree *tree, const struct site *site, struct mapper *mapper)
{
	struct source *source = tree->source;
	const char *start = site->pragma->argument, *end = start + strlen(start), *colon = scan_find(start, end, ":");
	struct lexeme last = scan(start, end);
	unsigned offset = site->pragma->start;
	mapper->name = "default";
	if (colon) {
		const char *first = start, *name_end = colon;
		scan_trim(&first, &name_end);
		mapper->name = arena_strndup(source->arena, first, (size_t)(name_end - first));
		start = colon + 1;
	}
	for (struct lexeme word = scan(start, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		last = word;
	const char *type_end = last.start;
	scan_trim(&start, &type_end);
	if (last.kind != LEX_WORD || start >= type_end) {
		error_at(source, offset, "expected '[name :] type variable' in 'declare mapper'");
		return false;
	}
	bool is_record = false;
	mapper->variable = arena_strndup(source->arena, last.start, last.length);
	mapper->type = arena_strndup(source->arena, start, (size_t)(type_end - start));
	mapper->type_name = survey_type_name(tree->survey, mapper->type, offset, &is_record);
	if (!mapper->type_name)
		error_at(source, offset, "'%s' in 'declare mapper' is no type that is declared here", mapper->type);
	else if (!is_record)
		error_at(source, offset, "'%s' in 'declare mapper' is neither a struct nor a union", mapper->type);
	else if (find_mapper(tree, mapper->name, mapper->type_name, offset))
		error_at(source, offset, "the mapper '%s' for '%s' is declared twice", mapper->name, mapper->type);
	else
		return true;
	return false;
}

static void add_mapper(struct region_tree *tree, struct site *site)
{
	struct mapper *mapper = ARENA_NEW(tree->source->arena, struct mapper), **tail = &tree->mappers;
	mapper->site = site;
	mapper->start = site->pragma->end;
	mapper->end = site->function ? site->function->end : tree->source->size + 1;
	if (!read_mapper(tree, site, mapper))
		return;
	const struct directive_name also = {mapper->variable, mapper->type};
	for (const struct leaf_clause *entry = site->leaves[0].clauses; entry; entry = entry->next)
		for (const struct clause_item *listed = entry->clause->items; listed; listed = listed->next) {
			struct map_item *item = explicit_item(tree, &site->leaves[0], entry->clause, listed, &also);
			if (!item)
				return;
			append(&mapper->items, item);
		}
	if (!mapper->items)
		error_at(tree->source, site->pragma->start, "'declare mapper' needs a 'map' clause");
	while (*tail)
		tail = &(*tail)->next;
	*tail = mapper;
}

void maps_declare(struct region_tree *tree)
{
	declare_target_read(tree);
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i]->leaves[0].kind == D_DECLARE_MAPPER)
			add_mapper(tree, tree->sites[i]);
}

/* ---------------------------------------------------------------------------------------------- dump */

const char *map_kind_name(enum map_kind kind)
{
	static const char *const kinds[] = {"to", "from", "tofrom", "storage", "release", "delete", "use_device_ptr", "use_device_addr",
					    "is_device_ptr", "has_device_addr"};
	return kinds[kind];
}

const char *map_modifier_names(struct arena *arena, unsigned modifiers)
{
	static const char *const names[] = {"always", "close", "present", "self", "ref_ptr", "ref_ptee", "zero-length", "in_reduction"};
	const char *list = "";
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (modifiers & 1U << i)
			list = arena_printf(arena, "%s%s%s", list, *list ? "," : "", names[i]);
	return list;
}

void maps_dump(struct arena *arena, const struct leaf *leaf, struct text *out)
{
	for (const struct map_item *item = leaf->maps; item; item = item->next) {
		const char *modifiers = map_modifier_names(arena, item->modifiers);
		text_printf(out, "    map %-12s %s%s%s", item->written, map_kind_name(item->kind), *modifiers ? "," : "", modifiers);
		text_printf(out, "  &%s, %s bytes", item->storage, item->bytes);
		if (item->pointer)
			text_printf(out, "  through %s", item->pointer);
		if (item->record)
			text_printf(out, "  in %s", item->record);
		if (item->mapper)
			text_printf(out, "  mapper %s", item->mapper->name);
		text_printf(out, "  %s\n", item->rule);
	}
}
