/*
 * icv.h - the internal control variables (OpenMP 5.2, 2).
 *
 * struct icv holds those that every task has a copy of.  A block that a child task or an inner region may look at is never
 * changed: an omp_set_* routine gives its task a new block (ppcc_icv_for_update in context.h), so inheriting is copying a
 * pointer.  The others hold for the whole program; environment.c fills both before the first region.
 */
#ifndef PPCC_COMMON_ICV_H
#define PPCC_COMMON_ICV_H

#include "places.h"
#include "public.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdbool.h>

enum {
	PPCC_MAX_LEVELS = INT_MAX, /* greatest value of max-active-levels-var */
	PPCC_LIST_LIMIT = 32       /* levels that OMP_NUM_THREADS and OMP_PROC_BIND lists can name */
};

enum ppcc_offload { PPCC_OFFLOAD_DEFAULT, PPCC_OFFLOAD_DISABLED, PPCC_OFFLOAD_MANDATORY };

struct icv {
	int threads;           /* nthreads-var: the entry for the next region */
	int level;             /* how many entries of the lists the enclosing regions have used up */
	const int *next_threads; /* from the list of a num_threads clause: the numbers for the levels below the next region */
	int next_count;        /* how many; 0: none */
	bool threads_set;      /* by omp_set_num_threads: inner levels inherit this number rather than the list's next */
	bool dynamic;          /* dyn-var */
	int max_active_levels; /* max-active-levels-var */
	int thread_limit;      /* thread-limit-var; INT_MAX: none */
	omp_sched_t schedule;  /* run-sched-var, with its modifier */
	int chunk;             /* 0: none given */
	omp_proc_bind_t bind;  /* bind-var: the entry for the next region */
	int default_device;    /* default-device-var */
	int device;            /* that the task runs on; PPCC_DEVICE_HOST: the initial device */
	int memory;            /* the device whose memory it works on: another when the host runs a region of a device */
	omp_allocator_handle_t allocator; /* def-allocator-var */
};

enum ppcc_wait_policy { PPCC_WAIT_DEFAULT, PPCC_WAIT_PASSIVE, PPCC_WAIT_ACTIVE };

/* The variables of global scope, and the lists that the per-task ones are taken from. */
struct global_icv {
	struct icv initial; /* of the initial task */
	int threads[PPCC_LIST_LIMIT], threads_count;
	omp_proc_bind_t bind[PPCC_LIST_LIMIT];
	int bind_count;
	enum ppcc_wait_policy wait_policy;
	size_t stack_size; /* bytes; 0: the system's default */
	bool cancellation;
	int max_task_priority;
	int host_devices; /* PPCC_HOST_DEVICES: devices with memory of their own that the host plays */
	bool display_affinity;
	enum ppcc_offload offload; /* target-offload-var */
	_Atomic int teams, teams_thread_limit; /* 0: not set */
	cpu_set_t allowed;   /* processors that the process may run on at its start */
	int processors;      /* their number, at least 1 */
	struct places places; /* place-partition-var; empty: no places */
};

extern struct global_icv ppcc_global;

/* Fills ppcc_global from the environment, once; every way into the runtime calls it first. */
void ppcc_initialise(void);

/* The variables of the implicit tasks of a region begun by a task with `outer`; false: they are the same, and `inner` is
   left alone. */
bool ppcc_icv_inner(const struct icv *outer, struct icv *inner);

#endif
