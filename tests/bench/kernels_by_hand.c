/* kernels_by_hand.c - runs the kernels of kernels_by_hand.cl, whose path is the macro SOURCE.  Link with -lOpenCL. */
#define CL_TARGET_OPENCL_VERSION 200
#include "kernels.h"

#include <CL/cl.h>
#include <stdio.h>
#include <stdlib.h>

static cl_device_id device;
static cl_context context;
static cl_command_queue queue;
static cl_program program;
static cl_uint units;
static int cpu;
static double *groups; /* partial results */

static void check(cl_int error, const char *what)
{
	if (error != CL_SUCCESS) {
		fprintf(stderr, "%s: error %d\n", what, (int)error);
		exit(1);
	}
}

void *memory_by_hand(size_t size)
{
	void *memory = clSVMAlloc(context, CL_MEM_READ_WRITE | CL_MEM_SVM_FINE_GRAIN_BUFFER, size, 0);
	check(memory ? CL_SUCCESS : CL_OUT_OF_RESOURCES, "memory");
	return memory;
}

static char *read_source(void)
{
	FILE *file = fopen(SOURCE, "r");
	char *text = calloc(1, 1 << 16);
	if (!file || fread(text, 1, (1 << 16) - 1, file) == 0) {
		perror(SOURCE);
		exit(1);
	}
	fclose(file);
	return text;
}

void prepare_by_hand(void)
{
	cl_platform_id platform;
	cl_device_type type;
	cl_int error;
	char options[256], *text = read_source();
	const char *source = text;
	check(clGetPlatformIDs(1, &platform, NULL), "platform");
	check(clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 1, &device, NULL), "device");
	clGetDeviceInfo(device, CL_DEVICE_MAX_COMPUTE_UNITS, sizeof units, &units, NULL);
	clGetDeviceInfo(device, CL_DEVICE_TYPE, sizeof type, &type, NULL);
	cpu = type & CL_DEVICE_TYPE_CPU;
	context = clCreateContext(NULL, 1, &device, NULL, NULL, &error);
	check(error, "context");
	queue = clCreateCommandQueueWithProperties(context, device, NULL, &error);
	check(error, "queue");
	program = clCreateProgramWithSource(context, 1, &source, NULL, &error);
	snprintf(options, sizeof options, "-cl-std=CL1.2 -DBLOCKS=%d -DLENGTH=%d -DORDER=%d -DTILE=%d -DSIDE=%d -DBODIES=%d", cpu, LENGTH, ORDER, TILE, SIDE, BODIES);
	check(clBuildProgram(program, 1, &device, options, NULL, NULL), "build");
	groups = memory_by_hand(32 * units * sizeof *groups);
	free(text);
}

/* Made when it is needed first. */
static cl_kernel kernel_named(const char *name, cl_kernel *kernel)
{
	cl_int error = CL_SUCCESS;
	if (!*kernel)
		*kernel = clCreateKernel(program, name, &error);
	check(error, name);
	return *kernel;
}

/* Runs a kernel whose first arguments are pointers; those after them have been set. */
static void run(cl_kernel kernel, int count, void *const *pointers, int dimensions, size_t first, size_t second, size_t group, size_t rows)
{
	size_t global[] = {first, second}, local[] = {group, rows};
	for (int i = 0; i < count; i++)
		check(clSetKernelArgSVMPointer(kernel, (cl_uint)i, pointers[i]), "argument");
	check(clEnqueueNDRangeKernel(queue, kernel, (cl_uint)dimensions, NULL, global, local, 0, NULL, NULL), "enqueue");
	check(clFinish(queue), "finish");
}

/* Defines a function that runs the kernel with these pointers. */
#define RUN(name, text, dimensions, first, second, group, rows, ...) \
	static void name(void) \
	{ \
		static cl_kernel kernel; \
		void *pointers[] = {__VA_ARGS__}; \
		run(kernel_named(text, &kernel), sizeof pointers / sizeof *pointers, pointers, dimensions, first, second, group, rows); \
	}

enum { GROUP = 64 };

RUN(vector_add, "vector_add", 1, LENGTH, 1, GROUP, 1, data.a, data.b, data.c)
RUN(triad, "triad", 1, LENGTH, 1, GROUP, 1, data.a, data.b, data.c)
RUN(matmul, "matmul", 2, ORDER, ORDER, GROUP, 1, data.a, data.b, data.c)
RUN(matmul_tiled, "matmul_tiled", 2, ORDER, ORDER, TILE, TILE, data.a, data.b, data.c)
RUN(stencil, "stencil", 2, SIDE, SIDE - 2, GROUP, 1, data.a, data.c)
RUN(histogram, "histogram", 1, LENGTH, 1, GROUP, 1, data.counts)
RUN(sparse, "sparse", 1, ROWS, 1, GROUP, 1, data.a, data.b, data.c, data.begins, data.columns)
RUN(n_body, "n_body", 1, BODIES, 1, GROUP, 1, data.x, data.y, data.z, data.fx, data.fy, data.fz)

static void empty(void)
{
	static cl_kernel kernel;
	run(kernel_named("empty", &kernel), 0, NULL, 1, 1, 1, 1, 1);
}

/* Runs a kernel whose last arguments are the groups' results and local memory for the work-items'. */
static void reduce(cl_kernel kernel, int count, void **pointers)
{
	size_t group = cpu ? 1 : 256, league = (cpu ? 32 : 8) * units;
	pointers[count] = groups;
	check(clSetKernelArg(kernel, (cl_uint)count + 1, group * sizeof(double), NULL), "argument");
	run(kernel, count + 1, pointers, 1, league * group, 1, group, 1);
	data.sum = 0;
	for (size_t i = 0; i < league; i++)
		data.sum += groups[i];
}

static void dot(void)
{
	static cl_kernel kernel;
	void *pointers[3] = {data.a, data.b};
	reduce(kernel_named("dot_product", &kernel), 2, pointers);
}

static void pi(void)
{
	static cl_kernel kernel;
	void *pointers[1];
	reduce(kernel_named("pi", &kernel), 0, pointers);
	data.sum /= LENGTH;
}

static void stencil_error(void)
{
	static cl_kernel kernel;
	void *pointers[3] = {data.a, data.c};
	reduce(kernel_named("stencil_error", &kernel), 2, pointers);
	for (size_t i = 0, league = (cpu ? 32 : 8) * units; i < league; i++)
		data.sum = i == 0 || groups[i] > data.sum ? groups[i] : data.sum;
}

void (*const by_hand[KERNELS])(void) = {
	[EMPTY] = empty, [VECTOR_ADD] = vector_add, [TRIAD] = triad, [DOT] = dot, [PI] = pi, [MATMUL] = matmul, [MATMUL_TILED] = matmul_tiled, [STENCIL] = stencil,
	[STENCIL_ERROR] = stencil_error, [HISTOGRAM] = histogram, [SPARSE] = sparse, [N_BODY] = n_body,
};
