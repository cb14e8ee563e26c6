/*
 * omp_target.h - what the files of the omp-target target share.
 *
 * The program stays as it is, pragmas and all, but for the pragmas of loops that move to a device: those become target
 * constructs that say what they map.  What must stay on the host gets a remark.
 */
#ifndef PPCC_OMP_TARGET_H
#define PPCC_OMP_TARGET_H

#include "extents.h"
#include "target.h"

/* A loop directive on its way to the device. */
struct offload {
	struct offload *next;     /* all of the file that go to the device, in file order */
	struct lowering *lowering;
	struct site *site;
	struct extent *extents;   /* what the loop uses */
	struct text privates;     /* "n, alpha": what firstprivate gets */
	struct text maps[3];      /* what is mapped to, from and both: see enum map_way */
};

enum map_way { WAY_TO, WAY_FROM, WAY_TOFROM };

/* loops.c: looks at a loop directive.  Null: it stays on the host, and a remark says why. */
struct offload *omp_target_look(struct lowering *lowering, struct site *site);
/* Changes its pragma. */
void omp_target_write(struct offload *offload);
/* A remark at `offset` that the directive stays on the host. */
void omp_target_stays(struct lowering *lowering, const struct site *site, unsigned offset, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
