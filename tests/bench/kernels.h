/* kernels.h - loops in three forms, on the same data: by hand in OpenCL, as kernels that ppcc makes, on the host's threads. */
#ifndef KERNELS_H
#define KERNELS_H

#include <stddef.h>

enum {
	LENGTH = 1 << 22, /* of vectors */
	ORDER = 384,      /* of matrices */
	TILE = 16,        /* of their tiles */
	SIDE = 1024,      /* of the stencil's grid */
	BINS = 256,       /* of the histogram */
	ROWS = 200000,    /* of the sparse matrix */
	BODIES = 3072
};

struct data {
	double *a, *b, *c, sum; /* LENGTH each: vectors; their beginnings are matrices and grids */
	int *counts;            /* BINS */
	int *begins, *columns;  /* ROWS + 1; as many as elements: the sparse matrix, whose elements are in a */
	float *x, *y, *z, *fx, *fy, *fz; /* BODIES each: where they are, and what pulls them */
};
extern struct data data;

enum { EMPTY, VECTOR_ADD, TRIAD, DOT, PI, MATMUL, MATMUL_TILED, STENCIL, STENCIL_ERROR, HISTOGRAM, SPARSE, N_BODY, KERNELS };

/* One for each of these, in the three forms; those of the host's threads: null for EMPTY. */
extern void (*const by_hand[KERNELS])(void), (*const as_kernels[KERNELS])(void), (*const on_threads[KERNELS])(void);

/* kernels_by_hand.c: memory that its kernels can use, and all else that they need; messages and exit where OpenCL fails. */
void prepare_by_hand(void);
void *memory_by_hand(size_t size);

#endif
