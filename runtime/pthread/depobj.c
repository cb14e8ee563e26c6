/* depobj.c - depend objects (OpenMP 5.2, 15.9.4), and lists of dependences whose length is known at run time only. */
#include "../common/error.h"
#include "team.h"

#include <stdlib.h>

void ppcc_depends_add(struct ppcc_depends *depends, const void *address, enum ppcc_depend_kind kind)
{
	if (depends->count == depends->capacity) {
		depends->capacity = depends->capacity ? 2 * depends->capacity : 16;
		depends->list = realloc(depends->list, (size_t)depends->capacity * sizeof *depends->list);
		if (!depends->list)
			ppcc_fatal("out of memory for %d dependences of a task", depends->capacity);
	}
	depends->list[depends->count++] = (struct ppcc_depend){address, kind};
}

void ppcc_depends_free(struct ppcc_depends *depends)
{
	free(depends->list);
}

void ppcc_depobj_init(void *object, const void *address, enum ppcc_depend_kind kind)
{
	struct ppcc_depend *depend = malloc(sizeof *depend);
	if (!depend)
		ppcc_fatal("out of memory for a depend object");
	*depend = (struct ppcc_depend){address, kind};
	*(void **)object = depend;
}

static struct ppcc_depend *initialised(void *object, const char *clause)
{
	struct ppcc_depend *depend = *(void **)object;
	if (!depend)
		ppcc_fatal("depobj with %s: the object has not been initialised", clause);
	return depend;
}

void ppcc_depobj_update(void *object, enum ppcc_depend_kind kind)
{
	initialised(object, "update")->kind = kind;
}

void ppcc_depobj_destroy(void *object)
{
	free(initialised(object, "destroy"));
	*(void **)object = NULL;
}
