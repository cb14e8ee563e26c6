/*
 * opencl.h - devices that OpenCL offers (OpenCL 1.2 and later), as devices of the runtime.
 *
 * The OpenCL library is loaded when a program with kernels first asks for a device; without one there are none.  Memory of
 * a device is shared virtual memory, so that device addresses can be kept in pointers; devices without it are left out.
 */
#ifndef PPCC_OPENCL_INTERNAL_H
#define PPCC_OPENCL_INTERNAL_H

#define CL_TARGET_OPENCL_VERSION 300
#define CL_USE_DEPRECATED_OPENCL_1_2_APIS /* clCreateCommandQueue: devices of that version have no other */
#include <CL/cl.h>

#include "../common/interop.h"

#define PPCC_RUNTIME /* it refers to what programs define */
#pragma GCC visibility push(default)
#include <ppcc/opencl.h>
#pragma GCC visibility pop

/* The functions of the OpenCL library that the runtime calls. */
#define PPCC_OPENCL_FUNCTIONS(FUNCTION) \
	FUNCTION(clGetPlatformIDs) \
	FUNCTION(clGetPlatformInfo) \
	FUNCTION(clGetDeviceIDs) \
	FUNCTION(clGetDeviceInfo) \
	FUNCTION(clCreateContext) \
	FUNCTION(clCreateCommandQueueWithProperties) \
	FUNCTION(clCreateProgramWithSource) \
	FUNCTION(clCreateProgramWithBinary) \
	FUNCTION(clBuildProgram) \
	FUNCTION(clCompileProgram) \
	FUNCTION(clLinkProgram) \
	FUNCTION(clGetProgramBuildInfo) \
	FUNCTION(clGetProgramInfo) \
	FUNCTION(clReleaseProgram) \
	FUNCTION(clCreateKernel) \
	FUNCTION(clGetKernelWorkGroupInfo) \
	FUNCTION(clSetKernelArg) \
	FUNCTION(clSetKernelArgSVMPointer) \
	FUNCTION(clSetKernelExecInfo) \
	FUNCTION(clEnqueueNDRangeKernel) \
	FUNCTION(clEnqueueSVMMemcpy) \
	FUNCTION(clEnqueueSVMMemFill) \
	FUNCTION(clEnqueueSVMMap) \
	FUNCTION(clEnqueueSVMUnmap) \
	FUNCTION(clSVMAlloc) \
	FUNCTION(clSVMFree) \
	FUNCTION(clFlush) \
	FUNCTION(clGetContextInfo) \
	FUNCTION(clCreateCommandQueue) \
	FUNCTION(clReleaseCommandQueue) \
	FUNCTION(clCreateBuffer) \
	FUNCTION(clReleaseMemObject) \
	FUNCTION(clEnqueueReadBuffer) \
	FUNCTION(clEnqueueWriteBuffer) \
	FUNCTION(clEnqueueCopyBuffer) \
	FUNCTION(clEnqueueFillBuffer) \
	FUNCTION(clFinish) \
	FUNCTION(clEnqueueMarkerWithWaitList) \
	FUNCTION(clEnqueueBarrierWithWaitList) \
	FUNCTION(clSetEventCallback) \
	FUNCTION(clWaitForEvents) \
	FUNCTION(clRetainEvent) \
	FUNCTION(clReleaseEvent) \
	FUNCTION(clGetEventInfo) \
	FUNCTION(clGetEventProfilingInfo)

struct opencl_functions {
#define FUNCTION(name) __typeof__(name) *name;
	PPCC_OPENCL_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

extern struct opencl_functions ppcc_cl; /* valid once there is a device */

enum { PPCC_MOST_QUEUES = 16, PPCC_MOST_PIECES = 32 };

/* What one construct has the device do (stream.c). */
struct ppcc_stream {
	struct ppcc_stream *next;        /* in the list of those that are free, or done */
	struct opencl_device *device;
	cl_command_queue queue;          /* works in order */
	cl_event last;                   /* of its last transfer; null: none yet */
	struct traced *oldest, *newest;  /* lines of the trace that are to be written */
	void (*follows)(void *argument); /* ppcc_stream_operations.then */
	void *argument;
	struct {
		void *memory;
		size_t size;
	} pieces[PPCC_MOST_PIECES];      /* memory for the groups' partial results, kept for the next launch */
};

struct opencl_device {
	struct ppcc_device device;
	cl_device_id id;
	cl_context context;
	cl_command_queue queue;      /* for what is complete on return */
	pthread_mutex_t launching;   /* a kernel's arguments are its object's, until it is enqueued */
	pthread_mutex_t lock;        /* of the next four */
	cl_command_queue queues[PPCC_MOST_QUEUES]; /* null: not yet made */
	struct opencl_icv {
		bool read;
		int teams, team_threads, thread_limit, threads; /* 0: not set */
	} icv;                       /* what the environment says of the device */
	struct ppcc_stream *free;
	size_t stream_count;
	size_t units, group;        /* compute units; work-items in a group that it runs well */
	size_t team;                /* work-items in a group of those that take turns at a block of a loop: a processor is best
				       with one, which passes through memory in order */
	size_t most_items;          /* work-items that a group can have */
	bool cpu;
	bool rounds_exactly;        /* it can round quotients and square roots of float correctly, which takes longer */
	bool unmapped;              /* the host must map memory to look at it */
	int *locks;                 /* of critical constructs, in its memory; null: none has been needed */
	void *heap;                 /* for omp_alloc in kernels; the same */
	char *key;                  /* names the device and its driver: part of the cache's keys */
};

/* library.c.  False: there is no OpenCL library. */
bool ppcc_cl_load(void);
const char *ppcc_cl_error(cl_int error); /* "CL_OUT_OF_RESOURCES" */
/* Ends the program when a call has failed; what: in words that can follow "device 0 cannot". */
void ppcc_cl_check(const struct opencl_device *device, cl_int error, const char *what);

/* trace.c: whether PPCC_TRACE asks for lines, and the line of what began at a time (milliseconds) and has ended now. */
bool ppcc_cl_traces(void);
double ppcc_cl_time(void);
void ppcc_cl_trace(const struct opencl_device *device, const char *what, const char *name, size_t bytes, double since);
/* The line of what is asked of a stream next: where its event is to be stored; null: there is no trace.  range: of a kernel. */
cl_event *ppcc_cl_traced(struct ppcc_stream *stream, const char *what, const char *name, size_t bytes, const char *range);
void ppcc_cl_trace_stream(struct ppcc_stream *stream); /* writes the lines of a stream whose work is done */

/* stream.c */
/* device.c: its variables, read when they are asked for first. */
struct opencl_icv ppcc_cl_icv(const struct opencl_device *device);

extern const struct ppcc_foreign_operations ppcc_cl_foreign; /* interop.c */
extern const struct ppcc_stream_operations ppcc_cl_streams;
/* Memory of at least that size, the stream's until it ends; null: none is left. */
void *ppcc_cl_piece(struct ppcc_stream *stream, int index, size_t size);

/* device.c: a new queue. */
cl_command_queue ppcc_cl_queue(struct opencl_device *device);

enum { OPENCL_FITTED = 4 };

/* functions.c: what a kernel consists of that needs functions of other files (ppcc_kernel.links). */
struct opencl_links {
	const char **texts; /* the kernel's first */
	int count;
	const char *all;    /* one after the other */
	const struct ppcc_device_variable **variables; /* in the order of the table */
	int variable_count;
};

/* Device addresses of these variables, as they were for some launch. */
struct opencl_table {
	struct opencl_table *next;
	void *memory;     /* on the device */
	cl_ulong *values; /* what is there */
};

/* Whether the kernel has all that it needs; false: the user has been told why the host runs the region. */
bool ppcc_cl_link(struct opencl_device *device, struct ppcc_kernel *kernel);
/* The table as it is now, on the device. */
void *ppcc_cl_table(struct ppcc_stream *stream, const struct ppcc_kernel *kernel, struct opencl_table **tables);

struct opencl_kernel {
	cl_kernel kernel, finish; /* finish: null when there is none */
	size_t *fitted;           /* OPENCL_FITTED sizes that its groups have had to fit loops; 0: none yet; range.c's */
	size_t most;              /* work-items that a group can have */
	struct opencl_table **tables; /* of variables that functions of other files use */
	bool prints;              /* it may write to standard output */
};

/* The directive and its line, as the comment before the kernel says them. */
void ppcc_cl_origin(const struct ppcc_kernel *kernel, char *origin, size_t size);
/* program.c: the kernel, built when it is not yet. */
struct opencl_kernel ppcc_cl_kernel(struct opencl_device *device, struct ppcc_kernel *kernel);
/* What the device's compiler is told about a source, in memory that the caller frees. */
char *ppcc_cl_options(const struct opencl_device *device, const char *source);
/* What stands before each source: a processor computes as the program on the host does, which rounds a product before it adds to it.
   A chain of such operations is faster there, too. */
const char *ppcc_cl_beginning(const struct opencl_device *device);
/* log.c: writes what the compiler says of a kernel's source, which is kept at a path. */
void ppcc_cl_print_log(const char *log, const char *source, const char *path);
/* cache.c: the binary that was kept for a source; null: none.  Freed by the caller.  And keeps one. */
unsigned char *ppcc_cl_cache_read(const struct opencl_device *device, const char *source, size_t *size);
void ppcc_cl_cache_write(const struct opencl_device *device, const char *source, const unsigned char *binary, size_t size);

/* One launch. */
struct opencl_range {
	int dimensions;
	size_t offset[3], global[3], local[3];
};

enum { OPENCL_RANGES = 8 };

/* range.c: the launches that run a kernel; how many there are.  Called by one thread at a time for a device. */
int ppcc_cl_ranges(const struct opencl_device *device, const struct ppcc_launch *launch, struct opencl_kernel *kernel, struct opencl_range *ranges);

/* heap.c: the device's memory for omp_alloc.  Called by one thread at a time for a device.  And waits for a launch whose allocator is to
   end the program when it has no memory, to see whether it must. */
void *ppcc_cl_heap(struct ppcc_stream *stream);
void ppcc_cl_heap_check(struct ppcc_stream *stream, const struct ppcc_launch *launch);

/* launch.c: where the device has a variable of declare target, of `size` bytes or (0) of an unknown number; one of link must be mapped. */
void *ppcc_cl_declared(struct opencl_device *device, void *variable, size_t size);
/* Runs a target region; launch is null when it has no kernel. */
void ppcc_cl_run(struct ppcc_device *device, struct ppcc_stream *stream, ppcc_region *region, void *data, int thread_limit,
	const struct ppcc_launch *launch);

/* buffers.c: memory of OpenCL 1.2 in place of shared virtual memory, when PPCC_OPENCL_BUFFERS asks for it. */
void ppcc_cl_use_buffers(void);
bool ppcc_cl_buffers(void);
/* The kernels' text with numbers in place of pointers as parameters; freed by the caller. */
char *ppcc_cl_by_number(const char *source);

#endif
