/*
 * environment.h - reading of the OMP_* variables (OpenMP 5.2, 21).
 *
 * A value that can't be used is named once on stderr together with the value that holds instead; the program goes on.
 */
#ifndef PPCC_COMMON_ENVIRONMENT_H
#define PPCC_COMMON_ENVIRONMENT_H

#include "icv.h"

/* Fills *global from the environment.  Nothing is shown. */
void ppcc_environment_read(struct global_icv *global);

/* A whole number that a variable gives for a device other than the host: NAME_DEV_<device>, else NAME_DEV, else NAME_ALL (5.2, 21);
   0: it is not set. */
int ppcc_environment_of_device(const char *name, int device);

/* Writes the block of OMP_DISPLAY_ENV on stderr (21.7) when that variable asks for it. */
void ppcc_environment_display_if_asked(void);

/* 21.1.3, 21.2.1: names of the values of OMP_SCHEDULE and OMP_PROC_BIND, also for the display. */
const char *ppcc_schedule_name(omp_sched_t kind);
const char *ppcc_bind_name(omp_proc_bind_t bind);
const char *ppcc_offload_name(enum ppcc_offload offload);

#endif
