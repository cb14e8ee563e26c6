/* targets.c - the targets that ppcc has.  To add one: its line here. */
#include "target.h"

extern const struct target pthread_target, opencl_target, omp_target_target;

const struct target *const targets[] = {
	&pthread_target,
	&opencl_target,
	&omp_target_target,
	NULL,
};
