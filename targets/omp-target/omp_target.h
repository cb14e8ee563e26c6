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
	struct lowering *lowering;
	struct site *site;
	struct extent *extents;   /* what the loop uses */
	struct text privates;     /* "n, alpha": what firstprivate gets */
	struct text maps[3];      /* what is mapped to, from and both: see enum map_way */
};

enum map_way { WAY_TO, WAY_FROM, WAY_TOFROM };

/* loops.c: changes the pragma of a loop directive that can run on a device. */
void omp_target_loop(struct lowering *lowering, struct site *site);
/* A remark at `offset` that the directive stays on the host. */
void omp_target_stays(struct lowering *lowering, const struct site *site, unsigned offset, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
