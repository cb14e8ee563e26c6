/* maps_check.c - maps of one directive that share a part of their elements (OpenMP 5.2, 5.8.3, restrictions). */
#include "maps_check.h"

#include "constant.h"
#include "diagnostic.h"

#include <string.h>

/* The elements of one dimension, first to last. */
struct range {
	long long first, last;
};

static bool range_of(const struct map_dimension *dimension, struct range *range)
{
	long long length, stride;
	if (!dimension->lower || !dimension->length || !dimension->stride || !constant_value(dimension->lower, &range->first) ||
	    !constant_value(dimension->length, &length) || !constant_value(dimension->stride, &stride) || length < 1 || stride < 1)
		return false;
	range->last = range->first + (length - 1) * stride;
	return true;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Whether both are parts of one array, or of what one pointer points to. */
static bool have_one_base(const struct map_item *a, const struct map_item *b)
{
	return a->variable && a->variable == b->variable && a->clause->kind == C_MAP && b->clause->kind == C_MAP && same(a->record, b->record) &&
	       same(a->record_pointer, b->record_pointer) && same(a->member, b->member) && same(a->pointer, b->pointer) && a->rank == b->rank && a->rank > 0;
}

/* Whether they share elements, but are not the same; *common: those of the first dimension in which they differ. */
static bool overlap(const struct map_item *a, const struct map_item *b, struct range *common)
{
	bool differ = false;
	for (int i = 0; i < a->rank; i++) {
		struct range one, other;
		if (strcmp(a->dimensions[i].stride, "1") || strcmp(b->dimensions[i].stride, "1") || !range_of(&a->dimensions[i], &one) ||
		    !range_of(&b->dimensions[i], &other) || one.last < other.first || other.last < one.first)
			return false;
		if (differ || (one.first == other.first && one.last == other.last))
			continue;
		differ = true;
		*common = (struct range){one.first > other.first ? one.first : other.first, one.last < other.last ? one.last : other.last};
	}
	return differ;
}

void maps_check(struct region_tree *tree, const struct leaf *leaf)
{
	for (const struct map_item *item = leaf->maps; item; item = item->next) {
		struct range common = {0, 0};
		if (item->implicit || !item->clause)
			continue;
		for (const struct map_item *before = leaf->maps; before != item; before = before->next) {
			if (!before->clause || !have_one_base(before, item) || !overlap(before, item, &common))
				continue;
			error_at(tree->source, item->offset, "'%s' and '%s' are maps of one directive and have elements %lld to %lld in common: map each element once",
				 before->written, item->written, common.first, common.last);
			break;
		}
	}
}
