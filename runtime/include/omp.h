/*
 * omp.h - the OpenMP 5.2 user interface of ppcc's runtime.  Section numbers are those of the OpenMP 5.2 specification.
 *
 * Every routine may be called from any thread at any time unless its comment says otherwise.  "Binds to" names what a
 * routine asks about or changes.  Where nothing is said of errors, an argument out of range leaves everything as it was.
 * Devices have the numbers 0 .. omp_get_num_devices() - 1; the host's number is omp_get_num_devices(), or omp_initial_device.
 */
#ifndef PPCC_OMP_H
#define PPCC_OMP_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#define PPCC_OMP_DEFAULT(value) = value
#else
#define PPCC_OMP_DEFAULT(value)
#endif

/* ------------------------------------------------------------------------------------------- types (18.1) */

/* A simple lock: unset or set.  A copy of a lock is not a lock. */
typedef struct {
	int ppcc_state;
} omp_lock_t;

/* A nestable lock: the task that has set it may set it again. */
typedef struct {
	int ppcc_state;
	int ppcc_count;
	void *ppcc_owner;
} omp_nest_lock_t;

typedef enum omp_sync_hint_t { /* 15.1; the values may be combined */
	omp_sync_hint_none = 0,
	omp_sync_hint_uncontended = 1,
	omp_sync_hint_contended = 2,
	omp_sync_hint_nonspeculative = 4,
	omp_sync_hint_speculative = 8,
	omp_lock_hint_none = omp_sync_hint_none,
	omp_lock_hint_uncontended = omp_sync_hint_uncontended,
	omp_lock_hint_contended = omp_sync_hint_contended,
	omp_lock_hint_nonspeculative = omp_sync_hint_nonspeculative,
	omp_lock_hint_speculative = omp_sync_hint_speculative
} omp_sync_hint_t;
typedef omp_sync_hint_t omp_lock_hint_t;

typedef enum omp_sched_t { /* 18.2.10; omp_sched_monotonic may be added to any of the others */
	omp_sched_static = 1,
	omp_sched_dynamic = 2,
	omp_sched_guided = 3,
	omp_sched_auto = 4,
	omp_sched_monotonic = (int)0x80000000u
} omp_sched_t;

typedef enum omp_proc_bind_t { /* 18.3.1 */
	omp_proc_bind_false = 0,
	omp_proc_bind_true = 1,
	omp_proc_bind_primary = 2,
	omp_proc_bind_master = omp_proc_bind_primary,
	omp_proc_bind_close = 3,
	omp_proc_bind_spread = 4
} omp_proc_bind_t;

typedef enum omp_pause_resource_t { /* 18.6 */
	omp_pause_soft = 1,
	omp_pause_hard = 2,
	omp_pause_stop_tool = 3 /* 6.0: not possible here, -1 comes back */
} omp_pause_resource_t;

typedef enum omp_control_tool_t { /* 18.15 */
	omp_control_tool_start = 1,
	omp_control_tool_pause = 2,
	omp_control_tool_flush = 3,
	omp_control_tool_end = 4
} omp_control_tool_t;

typedef enum omp_control_tool_result_t {
	omp_control_tool_notool = -2,
	omp_control_tool_nocallback = -1,
	omp_control_tool_success = 0,
	omp_control_tool_ignored = 1
} omp_control_tool_result_t;

typedef void *omp_depend_t; /* 15.9.4: a depend object; null: not initialised */

/* ------------------------------------------------------------------------------------------- thread team (18.2) */

/* 18.2.1: number of threads for parallel regions that the current task encounters and that have no num_threads clause.
   n > 0; other values are ignored with a warning. */
void omp_set_num_threads(int n);
int omp_get_num_threads(void);       /* 18.2.2: threads of the current team */
int omp_get_max_threads(void);       /* 18.2.3: at least the size of a team begun here without num_threads */
int omp_get_thread_num(void);        /* 18.2.4: 0 .. omp_get_num_threads() - 1 */
int omp_in_parallel(void);           /* 18.2.5: nonzero inside an active parallel region (more than one thread) */
void omp_set_dynamic(int on);        /* 18.2.6: whether teams may be made smaller than was asked for */
int omp_get_dynamic(void);           /* 18.2.7: 0 or 1 */
int omp_get_cancellation(void);      /* 18.2.8: 0 or 1, from OMP_CANCELLATION */
void omp_set_nested(int on);         /* 18.2.9: deprecated; sets max-active-levels to 1 or to its greatest value */
int omp_get_nested(void);            /* 18.2.10: deprecated; whether max-active-levels exceeds the active levels */

/* 18.2.11, 18.2.12: what schedule(runtime) means; chunk < 1: the kind's default chunk.  An unknown kind is ignored with a
   warning. */
void omp_set_schedule(omp_sched_t kind, int chunk);
void omp_get_schedule(omp_sched_t *kind, int *chunk);

int omp_get_thread_limit(void);              /* 18.2.13: most threads that may take part at one time */
int omp_get_supported_active_levels(void);   /* 18.2.14: greatest value that max-active-levels takes */
void omp_set_max_active_levels(int levels);  /* 18.2.15: levels >= 0; greater than supported counts as supported */
int omp_get_max_active_levels(void);         /* 18.2.16 */
int omp_get_level(void);                     /* 18.2.17: nested parallel regions around the task, active or not */
int omp_get_ancestor_thread_num(int level);  /* 18.2.18: -1 when level is not 0 .. omp_get_level() */
int omp_get_team_size(int level);            /* 18.2.19: -1 when level is not 0 .. omp_get_level() */
int omp_get_active_level(void);              /* 18.2.20: nested active parallel regions */

enum { omp_unassigned_thread = -3 };         /* 6.0: no thread has this number */
int omp_get_max_progress_width(int device);  /* 6.0, 24.11: threads of a progress unit: 1 on the host, 0 for no device */

/* ------------------------------------------------------------------------------------------- affinity (18.3) */

omp_proc_bind_t omp_get_proc_bind(void);                    /* 18.3.1: policy of the next parallel region */
int omp_get_num_places(void);                               /* 18.3.2: 0 without a place list */
int omp_get_place_num_procs(int place);                     /* 18.3.3: processors in the place; 0 when there is none such */
void omp_get_place_proc_ids(int place, int *ids);           /* 18.3.4: fills omp_get_place_num_procs(place) numbers */
int omp_get_place_num(void);                                /* 18.3.5: place of the thread; -1 when it is not bound */
int omp_get_partition_num_places(void);                     /* 18.3.6: places in the task's place partition */
void omp_get_partition_place_nums(int *places);             /* 18.3.7: fills omp_get_partition_num_places() numbers */
void omp_set_affinity_format(const char *format);           /* 18.3.8: copied; fields as in 18.3.10 and 21.2.6 */
size_t omp_get_affinity_format(char *buffer, size_t size);  /* 18.3.9: length without the null character; cut to size */
void omp_display_affinity(const char *format);              /* 18.3.10: one line on stdout; null or "": the stored format */
size_t omp_capture_affinity(char *buffer, size_t size, const char *format); /* 18.3.11: as get_affinity_format */

/* ------------------------------------------------------------------------------------------- teams region (18.4) */

int omp_get_num_teams(void);             /* 18.4.1: teams of the league; 1 outside one */
int omp_get_team_num(void);              /* 18.4.2: 0 .. omp_get_num_teams() - 1 */
void omp_set_num_teams(int n);           /* 18.4.3: n > 0 */
int omp_get_max_teams(void);             /* 18.4.4: 0 when nothing was set */
void omp_set_teams_thread_limit(int n);  /* 18.4.5: n > 0 */
int omp_get_teams_thread_limit(void);    /* 18.4.6: 0 when nothing was set */

/* OpenMP 6.0, 24.6: the same for a device's number.  Only the host has such variables: another number changes nothing and
   gives 0. */
int omp_get_device_num_teams(int device);
void omp_set_device_num_teams(int n, int device);
int omp_get_device_teams_thread_limit(int device);
void omp_set_device_teams_thread_limit(int n, int device);

/* ------------------------------------------------------------------------------------------- tasking (18.5) */

int omp_get_max_task_priority(void); /* 18.5.1: greatest priority that has an effect */
int omp_in_explicit_task(void);      /* 18.5.3: nonzero inside a task construct's region */
int omp_is_free_agent(void);         /* 6.0: nonzero in a thread that is in no team and runs its tasks; there is none */
int omp_ancestor_is_free_agent(int level); /* 6.0 */
int omp_in_final(void);              /* 18.5.2: nonzero inside a final or included-by-final task */

/* 18.11: the event of a task with a detach clause.  Any thread may fulfil it, once. */
__extension__ typedef enum omp_event_handle_t {
	ppcc_event_is_wide = UINTPTR_MAX
} omp_event_handle_t;
void omp_fulfill_event(omp_event_handle_t event);

typedef void *omp_depend_t; /* 15.9.4: a depend object; null: not initialised */

typedef enum omp_impex_t { /* 6.0: what a transparent task lets through */
	omp_not_impex = 0,
	omp_import = 1,
	omp_export = 2,
	omp_impex = 3
} omp_impex_t;

/* ------------------------------------------------------------------------------------------- resources (18.6) */

/* 18.6.1, 18.6.2: the host: ends the runtime's idle threads, which are made anew when needed; another device, omp_pause_hard:
   ends all mappings, without copying.  0, or -1 inside a parallel region or for a device that there is not. */
int omp_pause_resource(omp_pause_resource_t kind, int device);
int omp_pause_resource_all(omp_pause_resource_t kind);

/* ------------------------------------------------------------------------------------------- devices (18.7) */

enum { /* 18.1: device numbers */
	omp_initial_device = -1, /* the host */
	omp_invalid_device = -4  /* a construct on it ends the program */
};

int omp_get_num_procs(void);            /* 18.7.1: processors that the program may use */
void omp_set_default_device(int device);/* 18.7.2: the number of a device, or one of the constants above */
int omp_get_default_device(void);       /* 18.7.3 */
int omp_get_num_devices(void);          /* 18.7.4: devices other than the host */
int omp_get_device_num(void);           /* 18.7.5: the device that the caller runs on */
int omp_is_initial_device(void);        /* 18.7.6: nonzero on the host */
int omp_get_initial_device(void);       /* 18.7.7: the host's number, omp_get_num_devices() */
int omp_get_device_from_uid(const char *uid);      /* 6.0, 24.8: omp_invalid_device when there is none such */
const char *omp_get_uid_from_device(int device);   /* 6.0, 24.9: null for a device that there is not */

/* 18.8: memory of devices.  With the number of a device that there is not a null pointer, or an error (nonzero), comes back. */
void *omp_target_alloc(size_t size, int device);       /* 18.8.1: null for size 0 or without memory */
void omp_target_free(void *pointer, int device);       /* 18.8.2: pointer: from omp_target_alloc, or null */
int omp_target_is_present(const void *pointer, int device);    /* 18.8.3: whether it is mapped; nonzero on the host */
int omp_target_is_accessible(const void *pointer, size_t size, int device); /* 18.8.4: without a mapping */
/* 18.8.5: copies length bytes; 0 when done.  Offsets and lengths are in bytes. */
int omp_target_memcpy(void *to, const void *from, size_t length, size_t to_offset, size_t from_offset, int to_device,
	int from_device);
/* 18.8.6: copies a box of num_dims dimensions; element_size in bytes, the rest in elements.  0 when done.  Two null
   pointers: the most dimensions supported. */
int omp_target_memcpy_rect(void *to, const void *from, size_t element_size, int num_dims, const size_t *volume,
	const size_t *to_offsets, const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions,
	int to_device, int from_device);
void *omp_target_memset(void *pointer, int byte, size_t count, int device); /* 6.0, 25.7.1: returns pointer */
/* 18.8.7, 18.8.8; 6.0, 25.7.2: the same as tasks, which depend on what the objects[0 .. count - 1] say; 0 when the task was made. */
int omp_target_memcpy_async(void *to, const void *from, size_t length, size_t to_offset, size_t from_offset, int to_device,
	int from_device, int count, omp_depend_t *objects);
int omp_target_memcpy_rect_async(void *to, const void *from, size_t element_size, int num_dims, const size_t *volume,
	const size_t *to_offsets, const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions,
	int to_device, int from_device, int count, omp_depend_t *objects);
void *omp_target_memset_async(void *pointer, int byte, size_t count, int device, int depobj_count, omp_depend_t *objects);
/* 18.8.9: from now on host[0, size) is mapped to device_pointer + offset.  0, or nonzero when something of it is mapped
   already, or for the host.  18.8.10 ends that. */
int omp_target_associate_ptr(const void *host, const void *device_pointer, size_t size, size_t offset, int device);
int omp_target_disassociate_ptr(const void *pointer, int device);
void *omp_get_mapped_ptr(const void *pointer, int device); /* 18.8.11: null when not mapped; itself on the host */

/* ------------------------------------------------------------------------------------------- locks (18.9) */

/* 18.9.1 - 18.9.3: init before and destroy after every other use; the hint changes nothing but speed. */
void omp_init_lock(omp_lock_t *lock);
void omp_init_nest_lock(omp_nest_lock_t *lock);
void omp_init_lock_with_hint(omp_lock_t *lock, omp_sync_hint_t hint);
void omp_init_nest_lock_with_hint(omp_nest_lock_t *lock, omp_sync_hint_t hint);
void omp_destroy_lock(omp_lock_t *lock);
void omp_destroy_nest_lock(omp_nest_lock_t *lock);
/* 18.9.4: wait until the lock can be had.  The owner of a lock is the task that has set it. */
void omp_set_lock(omp_lock_t *lock);
void omp_set_nest_lock(omp_nest_lock_t *lock);
/* 18.9.5: only by the owner. */
void omp_unset_lock(omp_lock_t *lock);
void omp_unset_nest_lock(omp_nest_lock_t *lock);
/* 18.9.6: nonzero when the lock was set; for a nestable lock its new nesting count. */
int omp_test_lock(omp_lock_t *lock);
int omp_test_nest_lock(omp_nest_lock_t *lock);

/* ------------------------------------------------------------------------------------------- timing (18.10) */

double omp_get_wtime(void); /* 18.10.1: seconds since a fixed moment; the same clock in all threads */
double omp_get_wtick(void); /* 18.10.2: seconds between two ticks of that clock */

/* ------------------------------------------------------------------------------------------- memory (18.13) */

typedef intptr_t omp_intptr_t;
typedef uintptr_t omp_uintptr_t;

/* Both kinds of handle are as wide as a pointer. */
__extension__ typedef enum omp_memspace_handle_t {
	omp_null_mem_space = 0,
	omp_large_cap_mem_space = 1,
	omp_const_mem_space = 2,
	omp_high_bw_mem_space = 3,
	omp_low_lat_mem_space = 4,
	omp_default_mem_space = 99,
	ppcc_memspace_is_wide = UINTPTR_MAX
} omp_memspace_handle_t;

__extension__ typedef enum omp_allocator_handle_t {
	omp_null_allocator = 0,
	omp_default_mem_alloc = 1,
	omp_large_cap_mem_alloc = 2,
	omp_const_mem_alloc = 3,
	omp_high_bw_mem_alloc = 4,
	omp_low_lat_mem_alloc = 5,
	omp_cgroup_mem_alloc = 6,
	omp_pteam_mem_alloc = 7,
	omp_thread_mem_alloc = 8,
	ppcc_allocator_is_wide = UINTPTR_MAX
} omp_allocator_handle_t;

typedef enum omp_alloctrait_key_t { /* those from omp_atk_pin_device on are of OpenMP 6.0 */
	omp_atk_sync_hint = 1,
	omp_atk_alignment = 2,
	omp_atk_access = 3,
	omp_atk_pool_size = 4,
	omp_atk_fallback = 5,
	omp_atk_fb_data = 6,
	omp_atk_pinned = 7,
	omp_atk_partition = 8,
	omp_atk_pin_device = 9,
	omp_atk_preferred_device = 10,
	omp_atk_device_access = 11,
	omp_atk_target_access = 12,
	omp_atk_atomic_scope = 13,
	omp_atk_part_size = 14,
	omp_atk_partitioner = 15,
	omp_atk_partitioner_arg = 16
} omp_alloctrait_key_t;

typedef enum omp_alloctrait_value_t {
	omp_atv_false = 0,
	omp_atv_true = 1,
	omp_atv_contended = 3,
	omp_atv_uncontended = 4,
	omp_atv_serialized = 5,
	omp_atv_sequential = omp_atv_serialized,
	omp_atv_private = 6,
	omp_atv_device = 7,
	omp_atv_thread = 8,
	omp_atv_pteam = 9,
	omp_atv_cgroup = 10,
	omp_atv_default_mem_fb = 11,
	omp_atv_null_fb = 12,
	omp_atv_abort_fb = 13,
	omp_atv_allocator_fb = 14,
	omp_atv_environment = 15,
	omp_atv_nearest = 16,
	omp_atv_blocked = 17,
	omp_atv_interleaved = 18,
	omp_atv_all = 19,
	omp_atv_single = 20,
	omp_atv_multiple = 21,
	omp_atv_memspace = 22,
	omp_atv_partitioner = 23
} omp_alloctrait_value_t;
#define omp_atv_default ((omp_uintptr_t)-1)

typedef omp_uintptr_t omp_alloctrait_val_t;

typedef struct omp_alloctrait_t {
	omp_alloctrait_key_t key;
	omp_uintptr_t value;
} omp_alloctrait_t;

/* 18.13.2: an allocator with these traits, or omp_null_allocator when a trait has a value that it can't have, is given
   twice, or needs another that is missing. */
omp_allocator_handle_t omp_init_allocator(omp_memspace_handle_t space, int count, const omp_alloctrait_t traits[]);
void omp_destroy_allocator(omp_allocator_handle_t allocator); /* 18.13.3: after its last block was freed */
void omp_set_default_allocator(omp_allocator_handle_t allocator); /* 18.13.4: for the current task */
omp_allocator_handle_t omp_get_default_allocator(void);           /* 18.13.5 */
/* 18.13.6 - 18.13.9: sizes and alignments in bytes; null for size 0, and when memory runs out and the allocator's
   fallback says so.  omp_null_allocator means the default allocator. */
void *omp_alloc(size_t size, omp_allocator_handle_t allocator PPCC_OMP_DEFAULT(omp_null_allocator));
void *omp_aligned_alloc(size_t alignment, size_t size, omp_allocator_handle_t allocator PPCC_OMP_DEFAULT(omp_null_allocator));
void *omp_calloc(size_t count, size_t size, omp_allocator_handle_t allocator PPCC_OMP_DEFAULT(omp_null_allocator));
void *omp_aligned_calloc(size_t alignment, size_t count, size_t size,
	omp_allocator_handle_t allocator PPCC_OMP_DEFAULT(omp_null_allocator));
void *omp_realloc(void *pointer, size_t size, omp_allocator_handle_t allocator PPCC_OMP_DEFAULT(omp_null_allocator),
	omp_allocator_handle_t free_allocator PPCC_OMP_DEFAULT(omp_null_allocator));
void omp_free(void *pointer, omp_allocator_handle_t allocator PPCC_OMP_DEFAULT(omp_null_allocator));

/* OpenMP 6.0, 27.2 - 27.4.  The storage resources of a memory space are the machine's NUMA nodes, numbered from 0. */
int omp_get_memspace_num_resources(omp_memspace_handle_t space);
size_t omp_get_memspace_pagesize(omp_memspace_handle_t space); /* bytes */
omp_memspace_handle_t omp_get_submemspace(omp_memspace_handle_t space, int count, const int *resources);

/* OpenMP 6.0, 27.1 and 27.6: the space, or its predefined allocator, where the memory is that of the devices; else
   omp_null_mem_space or omp_null_allocator. */
omp_memspace_handle_t omp_get_devices_memspace(int count, const int *devices, omp_memspace_handle_t space);
omp_memspace_handle_t omp_get_device_memspace(int device, omp_memspace_handle_t space);
omp_memspace_handle_t omp_get_devices_and_host_memspace(int count, const int *devices, omp_memspace_handle_t space);
omp_memspace_handle_t omp_get_device_and_host_memspace(int device, omp_memspace_handle_t space);
omp_memspace_handle_t omp_get_devices_all_memspace(omp_memspace_handle_t space);
omp_allocator_handle_t omp_get_devices_allocator(int count, const int *devices, omp_memspace_handle_t space);
omp_allocator_handle_t omp_get_device_allocator(int device, omp_memspace_handle_t space);
omp_allocator_handle_t omp_get_devices_and_host_allocator(int count, const int *devices, omp_memspace_handle_t space);
omp_allocator_handle_t omp_get_device_and_host_allocator(int device, omp_memspace_handle_t space);
omp_allocator_handle_t omp_get_devices_all_allocator(omp_memspace_handle_t space);

/* OpenMP 6.0, 27.5: omp_atv_partitioner lets a procedure of the program say where the parts of a block lie. */
typedef void *omp_mempartition_t;
typedef void *omp_mempartitioner_t;
typedef enum omp_mempartitioner_lifetime_t {
	omp_static_mempartition = 1,
	omp_allocator_mempartition = 2,
	omp_dynamic_mempartition = 3
} omp_mempartitioner_lifetime_t;
typedef void (*omp_mempartitioner_compute_proc_t)(omp_memspace_handle_t space, size_t size, omp_alloctrait_val_t argument,
	omp_mempartition_t *partition);
typedef void (*omp_mempartitioner_release_proc_t)(omp_mempartition_t *partition);
void omp_init_mempartitioner(omp_mempartitioner_t *partitioner, omp_mempartitioner_lifetime_t lifetime,
	omp_mempartitioner_compute_proc_t compute, omp_mempartitioner_release_proc_t release);
void omp_destroy_mempartitioner(const omp_mempartitioner_t *partitioner);
void omp_init_mempartition(omp_mempartition_t *partition, size_t parts, const void *user_data);
void omp_destroy_mempartition(const omp_mempartition_t *partition);
int omp_mempartition_set_part(omp_mempartition_t *partition, size_t part, int resource, size_t size); /* 0, or -1 */
void *omp_mempartition_get_user_data(const omp_mempartition_t *partition);

/* ------------------------------------------------------------------------------------------- interoperability */

/* 14.1 and 18.12.  Objects of OpenCL devices have OpenCL's handles; every other one is omp_interop_none. */
typedef void *omp_interop_t;
#define omp_interop_none ((omp_interop_t)0)

typedef enum omp_interop_property_t {
	omp_ipr_fr_id = -1,
	omp_ipr_fr_name = -2,
	omp_ipr_vendor = -3,
	omp_ipr_vendor_name = -4,
	omp_ipr_device_num = -5,
	omp_ipr_platform = -6,
	omp_ipr_device = -7,
	omp_ipr_device_context = -8,
	omp_ipr_targetsync = -9,
	omp_ipr_first = -9
} omp_interop_property_t;

typedef enum omp_interop_rc_t {
	omp_irc_no_value = 1,
	omp_irc_success = 0,
	omp_irc_empty = -1,
	omp_irc_out_of_range = -2,
	omp_irc_type_int = -3,
	omp_irc_type_ptr = -4,
	omp_irc_type_str = -5,
	omp_irc_other = -6
} omp_interop_rc_t;

/* Foreign runtimes, for prefer_type. */
typedef enum omp_interop_fr_t {
	omp_ifr_cuda = 1,
	omp_ifr_cuda_driver = 2,
	omp_ifr_opencl = 3,
	omp_ifr_sycl = 4,
	omp_ifr_hip = 5,
	omp_ifr_level_zero = 6,
	omp_ifr_hsa = 7,
	omp_ifr_last = 7
} omp_interop_fr_t;

/* What the interop construct becomes; synchronises: the object is for targetsync, too, and has a queue. */
void ppcc_interop_init(omp_interop_t *object, int synchronises, int device);
void ppcc_interop_use(omp_interop_t object);
void ppcc_interop_destroy(omp_interop_t *object);

int omp_get_num_interop_properties(const omp_interop_t interop);
/* 18.12.2 - 18.12.4: *code, where it is not null, says why there is no value. */
omp_intptr_t omp_get_interop_int(const omp_interop_t interop, omp_interop_property_t property, int *code);
void *omp_get_interop_ptr(const omp_interop_t interop, omp_interop_property_t property, int *code);
const char *omp_get_interop_str(const omp_interop_t interop, omp_interop_property_t property, int *code);
/* 18.12.5 - 18.12.7: null for a property that does not exist. */
const char *omp_get_interop_name(const omp_interop_t interop, omp_interop_property_t property);
const char *omp_get_interop_type_desc(const omp_interop_t interop, omp_interop_property_t property);
const char *omp_get_interop_rc_desc(const omp_interop_t interop, omp_interop_rc_t code);

/* ------------------------------------------------------------------------------------------- tools and environment */

int omp_control_tool(int command, int modifier, void *argument); /* 18.14: omp_control_tool_notool */
void omp_display_env(int verbose); /* 18.15: the block of OMP_DISPLAY_ENV, on stderr */

#undef PPCC_OMP_DEFAULT
#ifdef __cplusplus
}
#endif
#endif
