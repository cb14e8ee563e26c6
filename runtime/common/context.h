/*
 * context.h - what the omp_* routines ask about the calling thread and its task.  The pthread runtime answers
 * (pthread/context.c); common/ knows nothing else of it.
 */
#ifndef PPCC_COMMON_CONTEXT_H
#define PPCC_COMMON_CONTEXT_H

#include "icv.h"

/* The current task's variables, to read; and to change for this task and the ones that it will make. */
const struct icv *ppcc_icv(void);
struct icv *ppcc_icv_for_update(void);

int ppcc_level(void);        /* nested parallel regions around the calling task */
int ppcc_active_level(void); /* of them with more than one thread */

/* The thread that the caller descends from at that level, 0 .. ppcc_level(); null for another number. */
const struct ppcc_thread *ppcc_ancestor(int level);

bool ppcc_in_explicit_task(void);
bool ppcc_in_final_task(void);
void *ppcc_current_task(void); /* tells one task from another; valid while the task runs */

/* Place of the calling thread, -1 when it is not bound, and the places that its team may use. */
int ppcc_thread_place(void);
void ppcc_thread_partition(int *first, int *count);

/* Runs region(thread, data) on the calling thread as an initial task of its own, on that device (PPCC_DEVICE_HOST: the initial
   device) with the memory of `memory`; thread_limit: 0: not said. */
void ppcc_run_target(int device, int memory, ppcc_region *region, void *data, int thread_limit);

/* Ends the threads that the caller's outermost region left waiting.  False inside a region. */
bool ppcc_release_threads(void);

#endif
