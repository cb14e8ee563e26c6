/*
 * device_maps.c - the maps of a device construct as a table that the generated code shows: one row per list item (OpenMP 5.2,
 * 5.8.3).  ppcc/device.h says what the columns mean.
 */
#include "pthread_target.h"

#include "diagnostic.h"
#include "iterator.h"
#include "maps.h"
#include "scan.h"

#include <string.h>

/* The table as it grows. */
struct table {
	struct lowering *lowering;
	struct leaf *leaf;
	const struct leaf *around;  /* in whose text the expressions stand; null: in the function itself */
	struct text rows;
	int count;
	bool listed;                /* with iterators: filled by statements */
	const char *name;
	const char *element;        /* in a mapper: the variable that stands for an element, in the end a pointer; else null */
	const char *records[64];    /* structs that have a row */
	int record_count;
};

static const char *text_of(struct table *table, const struct map_item *item, const char *expression)
{
	const struct iterator *iterators = item->clause ? item->clause->iterators : NULL;
	if (table->element)
		return expression;
	return lower_iterated_expression(table->lowering, table->around, table->leaf->site, iterators, expression);
}

/* A pointer to an lvalue: "a" for a[0], "p" for (*p), else "&x". */
static const char *pointer_to(struct arena *arena, const char *lvalue)
{
	size_t length = strlen(lvalue);
	const char *end = lvalue + length;
	if (length > 3 && !strcmp(end - 3, "[0]"))
		return arena_strndup(arena, lvalue, length - 3);
	if (!strncmp(lvalue, "(*", 2) && scan_closing(lvalue, end) == end - 1)
		return arena_strndup(arena, lvalue + 2, length - 3);
	return arena_printf(arena, "&%s", lvalue);
}

static bool is_qualified(const struct ctype *type)
{
	return !type || mentions(type->spelling, "const") || mentions(type->spelling, "volatile") || mentions(type->spelling, "_Atomic");
}

static const char *quoted(struct arena *arena, const char *text)
{
	struct text out = {0};
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			text_adds(&out, "\\");
		text_add(&out, *text == '\n' ? " " : text, 1);
	}
	const char *result = arena_printf(arena, "\"%s\"", out.data ? out.data : "");
	text_release(&out);
	return result;
}

static const char *kind_of(const struct map_item *item, struct arena *arena)
{
	static const char *const kinds[] = {[MAP_TO] = "PPCC_MAP_TO", [MAP_FROM] = "PPCC_MAP_FROM", [MAP_TOFROM] = "PPCC_MAP_TOFROM", [MAP_STORAGE] = "PPCC_MAP_ALLOC",
					    [MAP_RELEASE] = "PPCC_MAP_RELEASE", [MAP_DELETE] = "PPCC_MAP_DELETE"};
	static const struct {
		enum map_modifier modifier;
		const char *constant;
	} modifiers[] = {{MAP_ALWAYS, "PPCC_MAP_ALWAYS"}, {MAP_CLOSE, "PPCC_MAP_CLOSE"}, {MAP_PRESENT, "PPCC_MAP_PRESENT"}, {MAP_SELF, "PPCC_MAP_SELF"}, {MAP_REDUCTION, "PPCC_MAP_REDUCTION"}};
	bool constant = item->type && item->type->is_const;
	const char *kind = kinds[item->kind];
	if (constant && (item->kind == MAP_TOFROM || item->kind == MAP_FROM))
		kind = item->kind == MAP_FROM ? "PPCC_MAP_ALLOC" : "PPCC_MAP_TO"; /* nothing may write to the original */
	for (size_t i = 0; i < sizeof modifiers / sizeof modifiers[0]; i++)
		if (item->modifiers & modifiers[i].modifier)
			kind = arena_printf(arena, "%s | %s", kind, modifiers[i].constant);
	if (item->implicit && item->rank == 0 && item->type && item->type->class == TYPE_ARRAY)
		kind = arena_printf(arena, "%s | PPCC_MAP_IMPLICIT", kind);
	return kind;
}

/* "n * sizeof x" as one writes it, for "(n) * sizeof(x)"; factors that are 1 go. */
static const char *product(struct arena *arena, const char *text)
{
	struct text out = {0};
	const char *end = text + strlen(text);
	for (const char *close; *text == '(' && (close = scan_closing(text, end)) && !strncmp(close + 1, " * ", 3); text = close + 4) {
		const char *factor = arena_strndup(arena, text + 1, (size_t)(close - text - 1));
		struct lexeme first = scan(factor, factor + strlen(factor));
		bool single = !first.start[first.length];
		if (strcmp(factor, "1"))
			text_printf(&out, single ? "%s * " : "(%s) * ", factor);
	}
	const char *result = arena_printf(arena, "%s%s", out.data ? out.data : "", text);
	text_release(&out);
	return result;
}

/* ---------------------------------------------------------------------------------------------- rows */

struct row {
	const char *name, *kind, *host, *size;
	const char *argument, *pointer; /* null: none */
	const char *more;               /* further members, or null */
};

static void add_row(struct table *table, const struct row *row, const struct iterator *iterators)
{
	struct arena *arena = table->lowering->arena;
	const char *argument = row->argument ? arena_printf(arena, ", .argument = %s", row->argument) : "";
	const char *pointer = row->pointer ? arena_printf(arena, ", .pointer = (void *)%s", row->pointer) : "";
	const char *values = arena_printf(arena, "{.name = %s, .kind = %s, .host = %s, .size = %s%s%s%s}", quoted(arena, row->name), row->kind, row->host,
					  row->size, argument, pointer, row->more ? row->more : "");
	table->count++;
	if (table->listed) {
		const char *call = arena_printf(arena, "ppcc_maps_add(&%s, &(struct ppcc_map)%s);", table->name, values);
		add_line(&table->rows, "%s", iterators_around(table->lowering, table->leaf, iterators, call));
	} else {
		add_line(&table->rows, "\t%s,", values);
	}
}

/* The address of the member of the region's data that leads to what a row maps; null: none.
   through_pointer: the variable is a pointer to that, which the region has a copy of. */
static const char *place(struct table *table, const struct variable *variable, bool through_pointer)
{
	const struct share *share = table->leaf->kind == D_TARGET && variable ? leaf_share(table->leaf, variable) : NULL;
	if (!share || share->passing == PASS_NOT || share->passing == PASS_DECLARE || through_pointer != (share->sharing == SHARING_FIRSTPRIVATE))
		return NULL;
	bool restricted = through_pointer && strstr(variable->type->spelling, "restrict"); /* C does not convert a pointer to such */
	return arena_printf(table->lowering->arena, "%s&%s.%s", restricted ? "(void *)" : "", table->lowering->data, variable->name);
}

/* ---------------------------------------------------------------------------------------------- structs */

static bool has_row(const struct map_item *item)
{
	return item->kind <= MAP_DELETE;
}

static bool is_name(const char *text)
{
	struct lexeme word = scan(text, text + strlen(text));
	return word.kind == LEX_WORD && !word.start[word.length];
}

/* What a pointer lies in: "s" for "s.p", "(*q)" for "q->p", the array for "a[i]"; null for a name. */
static const char *holder(struct arena *arena, const char *pointer)
{
	const char *end = pointer + strlen(pointer), *cut = NULL;
	bool arrow = false;
	for (struct lexeme word = scan(pointer, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		const char *close = lexeme_is(word, "[") || lexeme_is(word, "(") ? scan_closing(word.start, end) : NULL;
		if (lexeme_is(word, "[") && !cut)
			cut = word.start;
		if (close) {
			word.start = close;
			word.length = 1;
		}
		if (lexeme_is(word, ".") || lexeme_is(word, "->")) {
			cut = word.start;
			arrow = lexeme_is(word, "->");
		}
	}
	if (!cut)
		return NULL;
	const char *left = arena_strndup(arena, pointer, (size_t)(cut - pointer));
	return arrow ? arena_printf(arena, "(*%s)", left) : left;
}

/* "p" for "(*p)": what a struct was reached through by `->`; null for another lvalue. */
static const char *outer_pointer(struct arena *arena, const char *lvalue)
{
	const char *end = lvalue + strlen(lvalue);
	bool is = !strncmp(lvalue, "(*", 2) && scan_closing(lvalue, end) == end - 1;
	return is ? arena_strndup(arena, lvalue + 2, (size_t)(end - lvalue - 3)) : NULL;
}

/* Whether another item maps the struct as a whole. */
static bool mapped_as_a_whole(const struct table *table, const char *record)
{
	for (const struct map_item *item = table->leaf->maps; item; item = item->next)
		if (item->rank == 0 && !strcmp(item->storage, record))
			return true;
	return false;
}

/* Whether a construct of the file maps the pointer itself, so that there may be one on the device. */
static bool is_mapped_itself(const struct lowering *lowering, const struct variable *pointer)
{
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		for (int j = 0; j < site->leaf_count; j++)
			for (const struct map_item *item = site->leaves[j].maps; item; item = item->next)
				if (item->variable == pointer && !item->pointer && !item->record && has_row(item))
					return true;
	}
	return false;
}

/* The address of a pointer that may have to be attached; null: a local pointer that no device has. */
static const char *attached(struct table *table, const struct map_item *item, const char *pointer)
{
	if (!pointer)
		return NULL;
	const struct variable *variable = is_name(pointer) && !table->element ? item->variable : NULL;
	if (variable && variable->storage != STORAGE_GLOBAL && !is_mapped_itself(table->lowering, variable))
		return NULL;
	return pointer_to(table->lowering->arena, text_of(table, item, pointer));
}

/* A row for a struct of which members are mapped, or to which pointers in it lead; pointer: the one that it is reached through,
   null: none. */
static void add_record(struct table *table, const struct map_item *item, const char *record, const char *pointer)
{
	struct arena *arena = table->lowering->arena;
	const char *around = pointer && !is_name(pointer) ? holder(arena, pointer) : NULL;
	for (int i = 0; i < table->record_count; i++)
		if (!strcmp(table->records[i], record))
			return;
	if (mapped_as_a_whole(table, record) || (table->element && !strcmp(record, table->element)))
		return;
	if (table->record_count < (int)(sizeof table->records / sizeof table->records[0]))
		table->records[table->record_count++] = record;
	if (around)
		add_record(table, item, around, outer_pointer(arena, around));
	const char *lvalue = text_of(table, item, record);
	struct row row = {
		.name = pointer && is_name(pointer) ? arena_printf(arena, "*%s", pointer) : record,
		.kind = "PPCC_MAP_STRUCT",
		.host = arena_printf(arena, "(void *)%s", pointer_to(arena, lvalue)),
		.size = arena_printf(arena, "sizeof %s", lvalue),
		.argument = around ? NULL : place(table, item->variable, pointer != NULL),
		.pointer = attached(table, item, pointer),
	};
	add_row(table, &row, item->clause ? item->clause->iterators : NULL);
}

/* ---------------------------------------------------------------------------------------------- items */

/* The dimensions of a section that is not contiguous; the pieces are single elements. */
static const char *dimensions_of(struct table *table, const struct map_item *item)
{
	struct arena *arena = table->lowering->arena;
	struct text out = {0};
	const char *step = arena_printf(arena, "(long)sizeof(%s)", text_of(table, item, item->storage)), *steps[TYPE_MAX_RANK];
	for (int k = item->rank - 1; k >= 0; k--) {
		steps[k] = strcmp(item->dimensions[k].stride, "1")
				   ? arena_printf(arena, "%s * %s", parenthesised(arena, text_of(table, item, item->dimensions[k].stride)), step)
				   : step;
		if (k > 0)
			step = arena_printf(arena, "(long)%s * %s", parenthesised(arena, text_of(table, item, item->dimensions[k].extent)), step);
	}
	for (int k = 0; k < item->rank; k++)
		text_printf(&out, "%s{%s, %s}", k ? ", " : "", text_of(table, item, item->dimensions[k].length), steps[k]);
	const char *result = arena_printf(arena, ", .dimensions = (const struct ppcc_dimension[]){%s}, .rank = %d", out.data, item->rank);
	text_release(&out);
	return result;
}

static void add_item(struct table *table, const struct map_item *item)
{
	struct arena *arena = table->lowering->arena;
	const char *storage = text_of(table, item, item->storage);
	const char *host = item->modifiers & MAP_ZERO_LENGTH && item->pointer ? text_of(table, item, item->pointer) : pointer_to(arena, storage);
	bool through_name = item->pointer && is_name(item->pointer);
	bool whole = item->contiguous || table->leaf->kind != D_TARGET_UPDATE; /* what is mapped has no gaps (5.8.3) */
	if (item->clause && item->clause->iterators && !whole)
		unsupported_at(table->lowering->source, item->offset, "'%s', a section that is not contiguous, with iterators", item->written);
	if (item->record)
		add_record(table, item, item->record, item->record_pointer);
	const char *mapper = item->mapper ? arena_printf(arena, ", .mapper = %s, .element = sizeof(%s)", item->mapper->function, storage) : "";
	struct row row = {
		.name = item->written,
		.kind = kind_of(item, arena),
		.host = is_qualified(item->type) ? arena_printf(arena, "(void *)%s", parenthesised(arena, host)) : host,
		.size = item->modifiers & MAP_ZERO_LENGTH ? "0" : whole ? product(arena, text_of(table, item, item->bytes)) : arena_printf(arena, "sizeof(%s)", storage),
		.argument = !item->record && (!item->pointer || through_name) ? place(table, item->variable, through_name) : NULL,
		.pointer = attached(table, item, item->pointer),
		.more = whole ? mapper : dimensions_of(table, item),
	};
	add_row(table, &row, item->clause ? item->clause->iterators : NULL);
}

static void fill(struct table *table, const struct map_item *items, struct device_maps *maps)
{
	struct arena *arena = table->lowering->arena;
	for (const struct map_item *item = items; item; item = item->next)
		table->listed |= has_row(item) && item->clause && item->clause->iterators;
	for (const struct map_item *item = items; item; item = item->next)
		if (has_row(item))
			add_item(table, item);
	*maps = (struct device_maps){.lines = "", .after = "", .table = "0", .count = "0"};
	const char *rows = lines_of(table->lowering, &table->rows);
	if (table->element)
		rows = through_pointers(table->lowering, rows, table->element, table->element);
	if (table->listed) {
		maps->lines = arena_printf(arena, "struct ppcc_maps %s = {0, 0, 0};\n%s", table->name, rows);
		maps->after = arena_printf(arena, "ppcc_maps_free(&%s);", table->name);
		maps->table = arena_printf(arena, "%s.list", table->name);
		maps->count = arena_printf(arena, "%s.count", table->name);
	} else if (table->count > 0) {
		maps->lines = arena_printf(arena, "struct ppcc_map %s[] = {\n%s\n};", table->name, rows);
		maps->table = table->name;
		maps->count = arena_printf(arena, "%d", table->count);
	}
	text_release(&table->rows);
}

void device_maps_make(struct lowering *lowering, struct leaf *leaf, struct device_maps *maps)
{
	struct table table = {.lowering = lowering, .leaf = leaf, .around = leaf->outer, .name = survey_free_name(lowering->survey, "maps")};
	fill(&table, leaf->maps, maps);
}

/* ---------------------------------------------------------------------------------------------- declare mapper */

/* "map_vector" for the default mapper of struct vector, "map_vector_deep" for mapper(deep). */
static const char *mapper_name(struct arena *arena, const struct mapper *mapper)
{
	const char *end = mapper->type + strlen(mapper->type), *type = "";
	for (struct lexeme word = scan(mapper->type, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (word.kind == LEX_WORD)
			type = arena_strndup(arena, word.start, word.length);
	return strcmp(mapper->name, "default") ? arena_printf(arena, "map_%s_%s", type, mapper->name) : arena_printf(arena, "map_%s", type);
}

/* The mapper as a function that adds the maps of one element. */
const char *lower_declare_mapper(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	struct mapper *mapper = lowering->tree->mappers;
	struct device_maps maps;
	while (mapper && mapper->site != leaf->site)
		mapper = mapper->next;
	if (!mapper)
		return NULL;
	struct table table = {.lowering = lowering, .leaf = leaf, .name = survey_free_name(lowering->survey, "maps"), .element = mapper->variable};
	const char *list = survey_free_name(lowering->survey, "list");
	mapper->function = survey_fresh_name(lowering->survey, mapper_name(arena, mapper));
	fill(&table, mapper->items, &maps);
	const char *element = ctype_declare_spelling(arena, mapper->type, arena_printf(arena, "*%s", mapper->variable));
	const char *function = arena_printf(arena,
					    "/* %s */\n__attribute__((unused)) static void %s(struct ppcc_map_list *%s, void *%s)\n{\n\t%s = %s;\n\t%s\n"
					    "\tppcc_map_add(%s, %s, %s);\n%s%s%s}",
					    lower_origin(lowering, leaf), mapper->function, list, lowering->argument,
					    element, lowering->argument, indent_lines(arena, maps.lines, "\t"), list, maps.table, maps.count,
					    *maps.after ? "\t" : "", maps.after, *maps.after ? "\n" : "");
	if (!leaf->site->function)
		return arena_printf(arena, "%s%s%s", mark_generated(arena, lower_offset(leaf)), lower_include(lowering), function);
	text_printf(&lowering->prologue, "%s\n\n", function);
	return arena_printf(arena, "%s;", mark_generated(arena, lower_offset(leaf)));
}
