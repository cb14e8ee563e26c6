/*
 * maps.h - what the device constructs map (OpenMP 5.2, 5.8): the list items of their map, to, from, use_device_..., is_device_ptr
 * and has_device_addr clauses, and for target what the implicit rules map.  maps.c fills leaf->maps: explicit items in the order
 * written, then implicit ones in the order of the first use.
 *
 * Expressions are C text in the program's own names, valid where the pragma stands (in a mapper: with the mapper's variable).
 */
#ifndef PPCC_MAPS_H
#define PPCC_MAPS_H

#include "locator.h"
#include "region.h"

enum map_kind {
	MAP_TO,
	MAP_FROM,
	MAP_TOFROM,
	MAP_STORAGE, /* alloc, storage */
	MAP_RELEASE,
	MAP_DELETE,
	MAP_USE_DEVICE_PTR,
	MAP_USE_DEVICE_ADDR,
	MAP_IS_DEVICE_PTR,
	MAP_HAS_DEVICE_ADDR
};

enum map_modifier {
	MAP_ALWAYS = 1,
	MAP_CLOSE = 2,
	MAP_PRESENT = 4,
	MAP_SELF = 8,
	MAP_REF_PTR = 16,     /* 6.0: of a reference, the pointer; C has no references: accepted and of no effect */
	MAP_REF_PTEE = 32,
	MAP_ZERO_LENGTH = 64, /* the implicit section p[:0] of a pointer: looked up, not made */
	MAP_REDUCTION = 128   /* of an in_reduction clause */
};

struct mapper;

struct map_item {
	struct map_item *next;
	enum map_kind kind;
	unsigned modifiers;                    /* enum map_modifier */
	const struct variable *variable;       /* the base variable; null: a mapper's own */
	const char *written;                   /* "s.p[0:n]", for messages */
	unsigned offset;                       /* of the item, else of the pragma */
	const char *storage;                   /* see struct locator: lvalue of the first element */
	const struct ctype *type;              /* of storage */
	int rank;
	const struct map_dimension *dimensions;
	const char *bytes;                     /* from the first to past the last element */
	bool contiguous;                       /* false: target update of a section with gaps */
	const char *pointer, *record, *record_pointer, *member; /* see struct locator */
	const struct mapper *mapper;           /* how an element is mapped; null: as it is */
	const struct clause *clause;           /* null: implicit */
	bool implicit;
	const char *rule;                      /* why: "clause", or the specification's rule with its section */
};

/* A declare mapper directive (5.8.8). */
struct mapper {
	struct mapper *next;
	const char *name;                      /* "default" when none was given */
	const char *type;                      /* as written */
	const char *type_name;                 /* without qualifiers and typedefs */
	const char *variable;                  /* the name that stands for an element */
	struct map_item *items;                /* in terms of variable */
	unsigned start, end;                   /* where it is visible */
	struct site *site;
	const char *function;                  /* the target's */
};

/* Reads the declare mapper and declare target directives of the file: tree->mappers and the variables' on_device. */
void maps_declare(struct region_tree *tree);
/* The explicit items of a leaf; also decides the sharing of the variables in its map clauses. */
void maps_add_explicit(struct region_tree *tree, struct leaf *leaf);
/* target: the sharing of a variable that no clause names (5.8.1); null: the region means the variable itself. */
struct share *maps_share_implicitly(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset);

bool maps_is_device_leaf(const struct leaf *leaf);
const char *map_kind_name(enum map_kind kind);
/* "always,present"; "" without modifiers. */
const char *map_modifier_names(struct arena *arena, unsigned modifiers);
void maps_dump(struct arena *arena, const struct leaf *leaf, struct text *out);

#endif
