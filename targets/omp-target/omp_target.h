/*
 * omp_target.h - what the files of the omp-target target share.
 *
 * The program stays as it is, pragmas and all, but for the pragmas of loops that move to a device: those become target
 * constructs that say what they map; and but for target constructs that leave that to the implicit rules: they get the
 * clauses.  What must stay on the host gets a remark.
 *
 * target.c collects what moves (loops.c, regions.c), and then directive.c writes it.
 */
#ifndef PPCC_OMP_TARGET_H
#define PPCC_OMP_TARGET_H

#include "extents.h"
#include "maps.h"
#include "target.h"

/* How a variable gets to the device. */
enum way { WAY_TO, WAY_FROM, WAY_TOFROM, WAY_ALLOC, WAY_FIRSTPRIVATE, WAY_PRIVATE, WAY_NONE };

/* A variable that a region uses. */
struct mapped {
	struct mapped *next;         /* by order of declaration */
	const struct extent *extent;
	enum way way;                /* NONE: no clause is added for it */
};

/* A construct on its way to the device. */
struct offload {
	struct offload *next;        /* in file order */
	struct lowering *lowering;
	struct site *site;
	struct extent *extents;      /* what it uses */
	struct mapped *mapped;
	bool own;                    /* a target construct of the program: it only gets clauses */
	int collapse;                /* loops of the nest whose iterations are independent of each other; 1: its own clause counts */
	bool by_threads;             /* its function may be run by several threads at once */
	const char *before;          /* lines that stand before it, with the indentation of its own; null: none */
	const struct site *parallel; /* the region that is divided into its loops; null: none */
	bool host;                   /* a loop of such a region that stays: it becomes a parallel loop, and is on no list */
};

/* loops.c: a loop directive that can run on a device.  Null: it stays, and a remark says why. */
struct offload *omp_target_look(struct lowering *lowering, struct site *site);
/* split.c: a parallel region of loops: each of them becomes a construct of its own.  Null: it stays as it is. */
struct offload *omp_target_split(struct lowering *lowering, struct site *site);
/* split.c: whether one thread of the parallel region runs it, and makes tasks of loops only. */
bool omp_target_is_of_tasks(struct lowering *lowering, const struct site *site);
/* Its loops become constructs of their own.  Null: it stays as it is. */
struct offload *omp_target_tasks(struct lowering *lowering, struct site *site);
/* regions.c: a target construct some of whose maps are implicit.  Null: there is nothing to write. */
struct offload *omp_target_region(struct lowering *lowering, struct site *site);

/* split.c: the variable is private to each iteration of the loop, where the region around it is divided. */
bool omp_target_is_temporary(const struct offload *offload, const struct variable *variable);
/* declare.c: declare target for what the regions call. */
void omp_target_declare(struct lowering *lowering, const struct offload *offloads);
/* Whether declare target link can be said of the variable: the file alone declares it. */
bool omp_target_can_link(const struct variable *variable);
/* A constant: the device can have it from the start. */
bool omp_target_is_fixed(const struct variable *variable);
/* A remark at `offset` that the directive stays on the host. */
void omp_target_stays(struct lowering *lowering, const struct site *site, unsigned offset, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* loops.c: looks at a loop; false: it stays, and a remark says why. */
bool omp_target_look_at(struct offload *offload);
/* The variables of the loop and how they get to the device. */
void omp_target_carry_all(struct offload *offload);
/* Adds a variable to the end of the list. */
void omp_target_carry(struct offload *offload, const struct extent *extent, enum way way);
/* to, from or tofrom: by what the region does with the variable. */
enum way omp_target_way(const struct extent *extent);
/* collapse.c: how many loops of the nest, from the outermost, can be run in any order. */
int omp_target_depth(const struct offload *offload, const struct accesses *accesses);
/* loops.c: what the construct, or the region around it that is divided, says that the variable is; null: nothing. */
const struct share *omp_target_share(const struct offload *offload, const struct variable *variable);
/* Two variables of which one is written through, where both may be the same memory.  Null: there are none. */
const struct extent *omp_target_overlap(const struct offload *offload, const struct extent **other);

/* reside.c: directives around and between the constructs, that keep data on the device. */
void omp_target_reside(struct lowering *lowering, struct offload *offloads);

/* directive.c: changes the text of the construct's pragma. */
void omp_target_write(struct offload *offload);
/* The clauses for the variables, each in a line of its own: " \\\n\tmap(to: a[0:n])"; with a null indent, in the pragma's. */
void omp_target_clauses(const struct mapped *mapped, const char *indent, struct text *out);

#endif
