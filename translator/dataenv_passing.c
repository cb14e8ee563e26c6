/* dataenv_passing.c - how a variable gets into the function that a region becomes: its value, its address, or not at all. */
#include "dataenv_internal.h"

#include "diagnostic.h"

enum { LARGEST_VALUE = 64 }; /* bytes: larger structs go by address */

static bool fits_value(const struct ctype *type)
{
	return type->class != TYPE_ARRAY && type->class != TYPE_OTHER && !type->is_volatile && !type->is_atomic &&
	       (type->size >= 0 || type->class == TYPE_POINTER) && type->size <= LARGEST_VALUE;
}

enum passing dataenv_passing_of(const struct leaf *leaf, const struct share *share)
{
	const struct variable *variable = share->variable;
	const struct ctype *type = variable->type;
	bool array = type->class == TYPE_ARRAY, local = dataenv_is_local(leaf->outer, variable);
	if (!share->access && !share->last && share->sharing == SHARING_FIRSTPRIVATE)
		return PASS_NOT; /* the region does not use it */
	switch (share->sharing) {
	case SHARING_PRIVATE: return !share->last ? PASS_NOT : array ? PASS_ELEMENTS : PASS_ADDRESS;
	case SHARING_LINEAR:
	case SHARING_REDUCTION: return array ? PASS_ELEMENTS : PASS_ADDRESS;
	case SHARING_FIRSTPRIVATE: return array && ((!openmp_is_task(leaf->kind) && leaf->kind != D_TARGET) || type->variable) ? PASS_ELEMENTS : PASS_VALUE;
	case SHARING_SHARED: break;
	}
	if (share->in_task && type->class == TYPE_POINTER && share->item->section)
		return PASS_VALUE;
	if (share->in_task)
		return array && !(share->access & ACCESS_WHOLE) ? PASS_ELEMENTS : PASS_ADDRESS;
	if (leaf->kind == D_TARGET) /* the address of the corresponding storage, whatever the original is */
		return !share->access ? PASS_NOT : array && !(share->access & ACCESS_WHOLE) ? PASS_ELEMENTS : PASS_ADDRESS;
	if (!local || !share->access)
		return PASS_NOT;
	if (variable->storage == STORAGE_EXTERN_LOCAL && !dataenv_by_address(leaf->outer, variable))
		return PASS_DECLARE;
	if (array)
		return share->access & ACCESS_WHOLE ? PASS_ADDRESS : PASS_ELEMENTS;
	if (share->access & (ACCESS_WRITE | ACCESS_ADDRESS) || variable->address_taken || !fits_value(type) || openmp_is_task(leaf->kind) ||
	    variable->storage == STORAGE_STATIC_LOCAL || dataenv_by_address(leaf->outer, variable))
		return PASS_ADDRESS;
	return PASS_VALUE;
}

enum passing dataenv_passing(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf; leaf = leaf->outer) {
		if (leaf_declares(leaf, variable))
			break;
		const struct share *share = leaf_share(leaf, variable);
		if (!share || share->passing == PASS_NOT) {
			if (share && share->sharing != SHARING_SHARED)
				return share_is_pointer(share) ? PASS_ADDRESS : PASS_NOT;
			continue;
		}
		if (share->sharing == SHARING_SHARED)
			return share->passing;
		return share_is_pointer(share) ? PASS_ADDRESS : PASS_NOT;
	}
	return variable->allocated ? PASS_ADDRESS : PASS_NOT;
}

bool dataenv_by_address(const struct leaf *leaf, const struct variable *variable)
{
	return dataenv_passing(leaf, variable) == PASS_ADDRESS;
}

bool dataenv_visible(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf && !leaf_declares(leaf, variable); leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if (share && (share->passing != PASS_NOT || share->sharing != SHARING_SHARED))
			return true;
		if (leaf->outlined && variable->storage != STORAGE_GLOBAL)
			return false;
	}
	return true;
}

void dataenv_check_type(struct region_tree *tree, const struct leaf *leaf, const struct share *share)
{
	if (share->passing == PASS_NOT && share->sharing != SHARING_PRIVATE)
		return;
	if (share->variable->type->too_variable)
		unsupported_at(tree->source, leaf->site->pragma->start, "the type '%s' of '%s' depends on run-time sizes in a way that cannot be passed to a region",
			       share->variable->type->spelling, share->variable->name);
}
