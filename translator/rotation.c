/* rotation.c - see rotation.h. */
#include "rotation.h"

#include "allocation_internal.h"
#include "extents.h"

#include <string.h>

static bool is_pointer(const struct variable *variable)
{
	return variable && variable->type->class == TYPE_POINTER && !variable->of;
}

/* An array, or a pointer whose value never changes. */
static bool is_steady(struct survey *survey, const struct variable *variable)
{
	const struct polynomial *bytes;
	bool known, is_new;
	if (variable->type->class == TYPE_ARRAY)
		return true;
	if (variable->storage == STORAGE_PARAMETER)
		return accesses_keeps_value(survey, variable, 0);
	if (accesses_root(survey, variable) != variable)
		return true;
	const struct assignment *only = only_assignment(survey, variable);
	return only && assignment_allocates(survey, only, &bytes, &known, &is_new);
}

/* A pointer of the function that nothing but assignments to its name changes. */
static bool can_rotate(const struct variable *variable)
{
	return is_pointer(variable) && (variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER) && !variable->address_taken &&
	       !variable->type->is_volatile && variable->type->element_class != TYPE_OTHER;
}

static const struct variable *target_of(struct survey *survey, const struct assignment *assignment)
{
	return survey_variable(survey, assignment->variable);
}

static int index_in(const struct variable *const *list, int count, const struct variable *variable)
{
	while (count > 0 && list[count - 1] != variable)
		count--;
	return count - 1;
}

bool rotation_has_name(const struct rotation *rotation, const struct variable *variable)
{
	return index_in(rotation->names, rotation->name_count, variable) >= 0;
}

bool rotation_has_place(const struct rotation *rotation, const struct variable *variable)
{
	return index_in(rotation->names, rotation->place_count, variable) >= 0;
}

bool rotation_has_origin(const struct rotation *rotation, const struct variable *variable)
{
	return index_in(rotation->origins, rotation->origin_count, variable) >= 0;
}

bool rotation_is_whole(const struct rotation *rotation, unsigned offset)
{
	for (const struct exchange *exchange = rotation->exchanges; exchange; exchange = exchange->next)
		if (exchange->broken && exchange->start < offset && offset < exchange->end)
			return false;
	return true;
}

bool rotation_trades(const struct rotation *rotation, unsigned offset)
{
	for (const struct exchange *exchange = rotation->exchanges; exchange; exchange = exchange->next)
		if (exchange->start <= offset && offset < exchange->end)
			return true;
	return false;
}

bool rotation_are_apart(const struct rotation *rotation, const struct variable *a, const struct variable *b, unsigned offset)
{
	int first = index_in(rotation->names, rotation->place_count, a), second = index_in(rotation->names, rotation->place_count, b);
	bool origins = rotation_has_origin(rotation, a) && rotation_has_origin(rotation, b);
	return a != b && (origins || (first >= 0 && second >= 0 && rotation_is_whole(rotation, offset)));
}

/* ---------------------------------------------------------------------------------------------- names */

static void find_froms(struct survey *survey, struct allocations *all)
{
	for (struct assignment *a = all->first; a && !all->has_froms; a = a->later)
		a->from = plain_variable(survey, a->value);
	all->has_froms = true;
}

static bool add(const struct variable **list, int *count, int most, const struct variable *variable)
{
	if (index_in(list, *count, variable) >= 0)
		return true;
	if (*count == most)
		return false;
	list[(*count)++] = variable;
	return true;
}

/* All pointers that get each other's values, and what is steady of that.  False: they get other values, too, or are too many. */
static bool find_names(struct survey *survey, struct rotation *rotation)
{
	bool good = true, changed = true;
	while (changed) {
		int names = rotation->name_count, origins = rotation->origin_count;
		for (const struct assignment *a = allocations_of(survey)->first; a; a = a->later) {
			const struct variable *into = target_of(survey, a);
			bool named = into && rotation_has_name(rotation, into), steady = a->from && !named && is_pointer(into) && is_steady(survey, into);
			bool copied = a->from && (rotation_has_name(rotation, a->from) || index_in(rotation->origins, rotation->origin_count, a->from) >= 0);
			if (copied && !named && !steady && can_rotate(into) && into->function == rotation->function)
				named = add(rotation->names, &rotation->name_count, 3 * ROTATION_MOST, into);
			if (!named || !a->from)
				continue;
			if (is_pointer(a->from) || a->from->type->class == TYPE_ARRAY) {
				const struct variable *from = is_steady(survey, a->from) ? accesses_root(survey, a->from) : a->from;
				if (from != a->from || is_steady(survey, from))
					good &= from->function == rotation->function && add(rotation->origins, &rotation->origin_count, ROTATION_MOST, from);
				else
					good &= can_rotate(from) && add(rotation->names, &rotation->name_count, 3 * ROTATION_MOST, from);
			} else {
				good = false;
			}
		}
		changed = good && (names != rotation->name_count || origins != rotation->origin_count);
	}
	return good;
}

/* ---------------------------------------------------------------------------------------------- places */

static bool is_between_names(const struct rotation *rotation, const struct survey *survey, const struct assignment *a)
{
	const struct variable *into = survey_variable(survey, a->variable);
	return into && a->from && rotation_has_name(rotation, into) && rotation_has_name(rotation, a->from);
}

/* Whether each use of the name stands in an exchange. */
static bool is_only_for_exchange(const struct survey *survey, const struct rotation *rotation, const struct variable *name)
{
	for (unsigned i = 0; i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->variable == name && !rotation_trades(rotation, reference->offset))
			return false;
	}
	return true;
}

/* Whether another name gets its value. */
static bool is_source(struct survey *survey, const struct rotation *rotation, const struct variable *name)
{
	for (const struct assignment *a = allocations_of(survey)->first; a; a = a->later)
		if (a->from == name && is_between_names(rotation, survey, a))
			return true;
	return false;
}

/* Runs of assignments that follow each other in one block. */
static bool find_exchanges(struct survey *survey, struct rotation *rotation)
{
	const struct assignment *before = NULL;
	struct exchange **tail = &rotation->exchanges, *last = NULL;
	for (const struct assignment *a = allocations_of(survey)->first; a; a = a->later) {
		const struct variable *into = survey_variable(survey, a->variable);
		if (!into || !rotation_has_name(rotation, into))
			continue;
		bool between = is_between_names(rotation, survey, a);
		if (between && !a->plain)
			return false;
		if (between && before && before->block == a->block && last) {
			last->end = a->offset + 1;
		} else if (between) {
			/* from the name that gets the value, which stands before the value */
			last = ARENA_NEW(survey->source->arena, struct exchange);
			unsigned token = source_token_at(survey->source, a->offset);
			while (token > 0 && !source_token_is(survey->source, token, into->name) && !survey_invocation(survey, a->offset))
				token--;
			*last = (struct exchange){.start = survey->source->tokens[token].start, .end = a->offset + 1};
			*tail = last;
			tail = &last->next;
		}
		before = between ? a : NULL;
		last = between ? last : NULL;
	}
	return rotation->exchanges != NULL;
}

/* Names that are places go first.  False: there are fewer than two, or too many. */
static bool find_places(struct survey *survey, struct rotation *rotation)
{
	int count = 0;
	for (int i = 0; i < rotation->name_count; i++) {
		const struct variable *name = rotation->names[i];
		if (is_only_for_exchange(survey, rotation, name) || !is_source(survey, rotation, name))
			continue;
		rotation->names[i] = rotation->names[count];
		rotation->names[count++] = name;
	}
	rotation->place_count = count;
	return count >= 2 && count <= ROTATION_MOST;
}

/* ---------------------------------------------------------------------------------------------- exchanges */

static bool is_permutation(const int *values, int count)
{
	unsigned seen = 0;
	for (int i = 0; i < count; i++)
		seen |= values[i] >= 0 ? 1u << values[i] : 0;
	return seen == (1u << count) - 1;
}

/* Whether something in an exchange can leave it, or come into it. */
static bool has_jumps(const struct survey *survey, const struct exchange *exchange)
{
	const struct source *source = survey->source;
	static const char *const words[] = {"break", "continue", "return", "case", "default", "goto", "asm", "__asm__", "?", "exit", "abort"};
	for (unsigned i = source_token_at(source, exchange->start); i < source->token_count && source->tokens[i].start < exchange->end; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (source_token_is(source, i, words[k]))
				return true;
	return survey_macro_effects(survey, exchange->start, exchange->end) & MACRO_JUMPS;
}

/* Whether the places have each other's values when all assignments of the exchange are done. */
static bool is_good(struct survey *survey, const struct rotation *rotation, struct exchange *exchange)
{
	int values[3 * ROTATION_MOST];
	for (int i = 0; i < rotation->name_count; i++)
		values[i] = i < rotation->place_count ? i : -1;
	for (const struct assignment *a = allocations_of(survey)->first; a; a = a->later) {
		if (a->offset < exchange->start || a->offset >= exchange->end || !is_between_names(rotation, survey, a))
			continue;
		int into = index_in(rotation->names, rotation->name_count, survey_variable(survey, a->variable));
		int from = index_in(rotation->names, rotation->name_count, a->from);
		if (values[from] < 0)
			return false;
		values[into] = values[from];
		exchange->broken |= !is_permutation(values, rotation->place_count);
	}
	return is_permutation(values, rotation->place_count) && !has_jumps(survey, exchange);
}

/* ---------------------------------------------------------------------------------------------- what they get at first */

/* What a place gets at first, and once. */
struct beginning {
	const struct assignment *allocation; /* null: the origin, or (both null) what the caller gives */
	const struct variable *origin;
};

/* False: it gets several arrays, or is set in other ways as well. */
static bool find_beginning(struct survey *survey, const struct rotation *rotation, const struct variable *name, bool place, struct beginning *beginning)
{
	unsigned assigned = 0, writes = 0, found = name->storage == STORAGE_PARAMETER;
	*beginning = (struct beginning){NULL, NULL};
	for (const struct assignment *a = allocations_of(survey)->first; a; a = a->later) {
		const struct polynomial *bytes;
		bool known, is_new;
		if (survey_variable(survey, a->variable) != name)
			continue;
		assigned += !a->declared;
		if (is_between_names(rotation, survey, a))
			continue;
		found++;
		if (a->from) {
			beginning->origin = accesses_root(survey, a->from);
			if (!a->plain || a->in_loop || (rotation->exchanges && a->offset > rotation->exchanges->start))
				return false;
		} else if (assignment_allocates(survey, a, &bytes, &known, &is_new)) {
			beginning->allocation = a;
		} else {
			return false;
		}
	}
	for (unsigned i = 0; i < survey->reference_count; i++)
		writes += survey->references[i].variable == name && survey->references[i].access & ACCESS_WRITE;
	return writes == assigned && found == (place ? 1 : 0);
}

static bool is_apart(struct survey *survey, const struct beginning *a, const struct beginning *b)
{
	if (a->allocation || b->allocation)
		return true;
	return a->origin && b->origin && a->origin != b->origin && !extents_may_overlap(survey, a->origin, b->origin, ~0u);
}

static void add_size(struct survey *survey, struct rotation *rotation, const struct beginning *beginning, bool first)
{
	const struct polynomial *bytes = NULL;
	bool known = false, is_new = false;
	if (beginning->allocation)
		assignment_allocates(survey, beginning->allocation, &bytes, &known, &is_new);
	else
		known = beginning->origin && variable_bytes(survey, beginning->origin, rotation->exchanges->start, 0, &bytes);
	is_new |= beginning->origin && accesses_is_new(survey, beginning->origin);
	rotation->sized = known && (first || (rotation->sized && polynomial_equal(bytes, rotation->bytes)));
	rotation->bytes = first ? bytes : rotation->bytes;
	rotation->is_new = is_new && (first || rotation->is_new);
	unsigned from = beginning->allocation ? beginning->allocation->offset + 1 : 0;
	rotation->from = rotation->from > from ? rotation->from : from;
}

static bool find_beginnings(struct survey *survey, struct rotation *rotation)
{
	struct beginning beginnings[ROTATION_MOST], none;
	for (int i = 0; i < rotation->name_count; i++) {
		bool place = i < rotation->place_count;
		if (!find_beginning(survey, rotation, rotation->names[i], place, place ? &beginnings[i] : &none))
			return false;
		for (int k = 0; place && k < i; k++)
			if (!is_apart(survey, &beginnings[i], &beginnings[k]))
				return false;
		if (rotation->names[i]->type->element_size != rotation->names[0]->type->element_size ||
		    rotation->names[i]->type->element_class != rotation->names[0]->type->element_class)
			return false;
	}
	for (int i = 0; i < rotation->place_count; i++)
		add_size(survey, rotation, &beginnings[i], i == 0);
	return true;
}

/* ---------------------------------------------------------------------------------------------- all */

static bool uses_goto(const struct survey *survey, const struct function *function)
{
	const struct source *source = survey->source;
	for (unsigned i = source_token_at(source, function->start); i < source->token_count && source->tokens[i].start < function->end; i++)
		if (source_token_is(source, i, "goto"))
			return true;
	return survey_macro_effects(survey, function->start, function->end) & MACRO_GOES;
}

static bool is_rotation(struct survey *survey, struct rotation *rotation)
{
	if (!find_names(survey, rotation) || rotation->name_count < 2 || !rotation->function || uses_goto(survey, rotation->function))
		return false;
	if (!find_exchanges(survey, rotation) || !find_places(survey, rotation))
		return false;
	for (struct exchange *exchange = rotation->exchanges; exchange; exchange = exchange->next)
		if (!is_good(survey, rotation, exchange))
			return false;
	return find_beginnings(survey, rotation);
}

const struct rotation *rotation_of(struct survey *survey, const struct variable *variable)
{
	if (variable->of || !variable->function || (variable->type->class != TYPE_POINTER && variable->type->class != TYPE_ARRAY))
		return NULL;
	for (const struct rotation *known = survey->rotations; known; known = known->next)
		if (rotation_has_name(known, variable) || index_in(known->origins, known->origin_count, variable) >= 0)
			return known->found ? known : NULL;
	struct rotation *rotation = ARENA_NEW(survey->source->arena, struct rotation);
	*rotation = (struct rotation){.function = variable->function, .next = survey->rotations};
	find_froms(survey, allocations_of(survey));
	if (can_rotate(variable) && !is_steady(survey, variable))
		add(rotation->names, &rotation->name_count, 3 * ROTATION_MOST, variable);
	else
		add(rotation->origins, &rotation->origin_count, ROTATION_MOST, variable);
	survey->rotations = rotation; /* before it is looked into: overlaps of its origins are asked about */
	rotation->found = is_rotation(survey, rotation);
	return rotation->found ? rotation : NULL;
}
