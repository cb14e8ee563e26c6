/*
 * ppcc/device.h - the device data environment (OpenMP 5.2, 5.8 and 13), for the code that ppcc writes for every target.
 *
 * Included by ppcc/pthread.h; includes nothing.  A construct hands its list items over as a table, struct ppcc_map, which the
 * runtime looks up in the present table of the device.  On the initial device there is no table: a mapped variable is the
 * original, and all of these calls only decide where the region runs.  What is wrong with a mapping at run time ends the
 * program with a message that names the list item.
 */
#ifndef PPCC_DEVICE_H
#define PPCC_DEVICE_H

#ifdef __cplusplus
extern "C" {
#endif

struct ppcc_thread;
struct ppcc_depend;
struct ppcc_launch;

/* In place of a device number; the second is the value of omp_initial_device.  LOOPS: of a loop that the program means for the host's
   threads, and of what keeps its data on a device: the default device, where that does as well (runtime/pthread/hostloop.c), else
   the host.  THREADS: such a loop that its if clause leaves to the calling thread. */
enum { PPCC_DEVICE_DEFAULT = -2147483647 - 1, PPCC_DEVICE_LOOPS = -2147483647, PPCC_DEVICE_THREADS = -2147483646, PPCC_DEVICE_HOST = -1 };

enum ppcc_map_kind {
	PPCC_MAP_ALLOC = 0,
	PPCC_MAP_TO = 1,
	PPCC_MAP_FROM = 2,
	PPCC_MAP_TOFROM = 3,
	PPCC_MAP_RELEASE = 4,
	PPCC_MAP_DELETE = 8,
	/* added: modifiers */
	PPCC_MAP_ALWAYS = 0x10,
	PPCC_MAP_CLOSE = 0x20,
	PPCC_MAP_PRESENT = 0x40,
	PPCC_MAP_SELF = 0x80,
	PPCC_MAP_IMPLICIT = 0x100, /* by the rules for variables that no clause names: a part that is there will do */
	/* Storage of which the construct maps parts: one piece holds all that its other items need of it. */
	PPCC_MAP_STRUCT = 0x200,
	/* in_reduction on target: what is mapped is the copy that the task which runs the construct has of it. */
	PPCC_MAP_REDUCTION = 0x400
};

/* One dimension of a section that is not contiguous. */
struct ppcc_dimension {
	unsigned long count; /* of the pieces in it */
	long step;           /* bytes from one piece to the next */
};

struct ppcc_map_list;

/* Adds the maps that declare mapper gives for one element. */
typedef void ppcc_mapper(struct ppcc_map_list *list, void *element);

/* One list item of a map, to or from clause, or one that the implicit rules add. */
struct ppcc_map {
	const char *name;   /* as written in the program, for messages */
	int kind;           /* enum ppcc_map_kind */
	void *host;         /* its storage; of a section that is not contiguous: the first piece */
	unsigned long size; /* bytes (of a piece); 0: a section of length zero, which is only looked up */
	void *argument;     /* a pointer in the region's data, which gets the corresponding address; null: none */
	void *pointer;      /* the pointer that leads to the storage, to be attached (its own address); null: none */
	ppcc_mapper *mapper;
	unsigned long element; /* with a mapper: bytes of one element */
	const struct ppcc_dimension *dimensions; /* of a section that is not contiguous, outermost first */
	int rank;                                /* number of dimensions; 0: contiguous */
};

/* A table whose length is known when the construct is met: clauses with iterators. */
struct ppcc_maps {
	struct ppcc_map *list;
	int count, capacity;
};
void ppcc_maps_add(struct ppcc_maps *maps, const struct ppcc_map *map);
void ppcc_maps_free(struct ppcc_maps *maps);

/* What a construct says besides; a null pointer: nothing. */
struct ppcc_device_options {
	const struct ppcc_depend *depends;
	int depend_count;
	_Bool nowait;
	int thread_limit; /* target; 0: not said */
	const struct ppcc_launch *launch; /* target: the region as a kernel (ppcc/opencl.h); null: it is none */
};

/* target: runs region(thread, data) on the device between the entry and the exit of its maps.  The size bytes of data are
   the caller's only until the call returns.  device: a number, PPCC_DEVICE_DEFAULT without a device clause, PPCC_DEVICE_HOST when
   the if clause says false. */
void ppcc_target(void (*region)(struct ppcc_thread *me, void *data), void *data, unsigned long size, struct ppcc_map *maps, int count,
	int device, const struct ppcc_device_options *options);

/* target data: end gets what begin returned. */
struct ppcc_map_list *ppcc_target_data_begin(struct ppcc_map *maps, int count, int device);
void ppcc_target_data_end(struct ppcc_map_list *list);

void ppcc_target_enter_data(struct ppcc_map *maps, int count, int device, const struct ppcc_device_options *options);
void ppcc_target_exit_data(struct ppcc_map *maps, int count, int device, const struct ppcc_device_options *options);
void ppcc_target_update(struct ppcc_map *maps, int count, int device, const struct ppcc_device_options *options);

/* Where the construct is that this thread meets next: the runtime's messages about it begin with that.  The constructs below
   say so themselves, with the file and the line that #line directives give them. */
void ppcc_construct_at(const char *file, int line);

#ifndef PPCC_RUNTIME
#define PPCC_AT(call) (ppcc_construct_at(__FILE__, __LINE__), call)
#define ppcc_target(region, data, size, maps, count, device, options) PPCC_AT(ppcc_target(region, data, size, maps, count, device, options))
#define ppcc_target_data_begin(maps, count, device) PPCC_AT(ppcc_target_data_begin(maps, count, device))
#define ppcc_target_enter_data(maps, count, device, options) PPCC_AT(ppcc_target_enter_data(maps, count, device, options))
#define ppcc_target_exit_data(maps, count, device, options) PPCC_AT(ppcc_target_exit_data(maps, count, device, options))
#define ppcc_target_update(maps, count, device, options) PPCC_AT(ppcc_target_update(maps, count, device, options))
#endif

/* use_device_ptr and use_device_addr: the address that corresponds to a host address on the device; itself when there is none. */
void *ppcc_device_address(const void *host, int device);

/* declare mapper: called by a ppcc_mapper. */
void ppcc_map_add(struct ppcc_map_list *list, const struct ppcc_map *maps, int count);

/* requires unified_shared_memory or self_maps: corresponding storage is the original.  Called before main. */
void ppcc_require_self_maps(void);

/* declare target: a variable that devices have for the whole program.  Called before main. */
enum ppcc_declared {
	PPCC_DECLARED_ENTER, /* the host's storage, where the device can use it */
	PPCC_DECLARED_LINK,  /* only while it is mapped */
	PPCC_DECLARED_LOCAL  /* storage of the device's own */
};
void ppcc_declare_target(const char *name, void *host, unsigned long size, enum ppcc_declared declared);

#ifdef __cplusplus
}
#endif
#endif
