/* device_opencl.c - the kernels of device.c written by hand in OpenCL; prints the same.  Link with -lOpenCL. */
#define CL_TARGET_OPENCL_VERSION 200
#include <CL/cl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TIMINGS = 9, N = 1 << 22, ORDER = 384, GRID = 1024, BINS = 256, GROUP = 64 };

static const char source[] =
	"__kernel void empty(void) { }\n"
	"__kernel void vector_add(__global const double *a, __global const double *b, __global double *c)\n"
	"{ int i = get_global_id(0); c[i] = a[i] + b[i]; }\n"
	"__kernel void triad(__global const double *b, __global const double *c, __global double *a)\n"
	"{ int i = get_global_id(0); a[i] = b[i] + 3.0 * c[i]; }\n"
	"#define REDUCE(VALUE) \\\n"
	"	double sum = 0; \\\n"
	"	for (int i = get_global_id(0); i < n; i += get_global_size(0)) sum += VALUE; \\\n"
	"	int item = get_local_id(0); parts[item] = sum; \\\n"
	"	for (int rest = get_local_size(0) / 2; rest > 0; rest /= 2) { \\\n"
	"		barrier(CLK_LOCAL_MEM_FENCE); if (item < rest) parts[item] += parts[item + rest]; } \\\n"
	"	if (item == 0) groups[get_group_id(0)] = parts[0];\n"
	"__kernel void dot_(__global const double *a, __global const double *b, int n, __global double *groups, __local double *parts)\n"
	"{ REDUCE(a[i] * b[i]) }\n"
	"__kernel void pi(int n, __global double *groups, __local double *parts)\n"
	"{ REDUCE((4.0 / (1.0 + ((i + 0.5) / n) * ((i + 0.5) / n)))) }\n"
	"__kernel void matmul(__global const double *a, __global const double *b, __global double *c, int order)\n"
	"{ int j = get_global_id(0), i = get_global_id(1); double sum = 0;\n"
	"  for (int k = 0; k < order; k++) sum += a[i * order + k] * b[k * order + j];\n"
	"  c[i * order + j] = sum; }\n"
	"__kernel void stencil(__global const double *a, __global double *c, int n)\n"
	"{ int j = get_global_id(0) + 1, i = get_global_id(1) + 1; if (i >= n - 1 || j >= n - 1) return;\n"
	"  c[i * n + j] = 0.2 * (a[i * n + j] + a[(i - 1) * n + j] + a[(i + 1) * n + j] + a[i * n + j - 1] + a[i * n + j + 1]); }\n"
	"__kernel void histogram(__global int *counts)\n"
	"{ int i = get_global_id(0); atomic_inc(&counts[(uint)i * 2654435761u >> 24]); }\n";

static cl_device_id device;
static cl_context context;
static cl_command_queue queue;
static cl_program program;
static double *a, *b, *c, sum;
static int *counts;
static cl_uint units;

static void check(cl_int error, const char *what)
{
	if (error != CL_SUCCESS) {
		fprintf(stderr, "%s: error %d\n", what, (int)error);
		exit(1);
	}
}

static cl_kernel kernel_named(const char *name)
{
	cl_int error;
	cl_kernel kernel = clCreateKernel(program, name, &error);
	check(error, name);
	return kernel;
}

static void run(cl_kernel kernel, cl_uint dimensions, size_t first, size_t second, size_t group)
{
	size_t global[] = {first, second}, local[] = {group, 1};
	check(clEnqueueNDRangeKernel(queue, kernel, dimensions, NULL, global, group ? local : NULL, 0, NULL, NULL), "enqueue");
	check(clFinish(queue), "finish");
}

static void pointers(cl_kernel kernel, double *first, double *second, double *third)
{
	clSetKernelArgSVMPointer(kernel, 0, first);
	clSetKernelArgSVMPointer(kernel, 1, second);
	if (third)
		clSetKernelArgSVMPointer(kernel, 2, third);
}

static void empty(cl_kernel kernel)
{
	run(kernel, 1, 1, 0, 1);
}

static void vector_add(cl_kernel kernel)
{
	pointers(kernel, a, b, c);
	run(kernel, 1, N, 0, GROUP);
}

static void triad(cl_kernel kernel)
{
	pointers(kernel, b, c, a);
	run(kernel, 1, N, 0, GROUP);
}

/* Groups enough for the device; the host adds their results. */
static void reduce(cl_kernel kernel, cl_uint argument)
{
	size_t groups = 4 * units;
	cl_int n = N;
	double *results = clSVMAlloc(context, CL_MEM_READ_WRITE | CL_MEM_SVM_FINE_GRAIN_BUFFER, groups * sizeof *results, 0);
	clSetKernelArg(kernel, argument, sizeof n, &n);
	clSetKernelArgSVMPointer(kernel, argument + 1, results);
	clSetKernelArg(kernel, argument + 2, GROUP * sizeof(double), NULL);
	run(kernel, 1, groups * GROUP, 0, GROUP);
	sum = 0;
	for (size_t i = 0; i < groups; i++)
		sum += results[i];
	clSVMFree(context, results);
}

static void dot(cl_kernel kernel)
{
	pointers(kernel, a, b, NULL);
	reduce(kernel, 2);
}

static void pi(cl_kernel kernel)
{
	reduce(kernel, 0);
}

static void matmul(cl_kernel kernel)
{
	cl_int order = ORDER;
	pointers(kernel, a, b, c);
	clSetKernelArg(kernel, 3, sizeof order, &order);
	run(kernel, 2, ORDER, ORDER, GROUP);
}

static void stencil(cl_kernel kernel)
{
	cl_int n = GRID;
	pointers(kernel, a, c, NULL);
	clSetKernelArg(kernel, 2, sizeof n, &n);
	run(kernel, 2, GRID, GRID - 2, GROUP);
}

static void histogram(cl_kernel kernel)
{
	clSetKernelArgSVMPointer(kernel, 0, counts);
	run(kernel, 1, N, 0, GROUP);
}

static const struct {
	const char *name, *kernel;
	void (*run)(cl_kernel kernel);
} rows[] = {{"empty", "empty", empty}, {"vector_add", "vector_add", vector_add}, {"triad", "triad", triad}, {"dot", "dot_", dot}, {"pi", "pi", pi},
	{"matmul", "matmul", matmul}, {"stencil", "stencil", stencil}, {"histogram", "histogram", histogram}};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void *shared(size_t size)
{
	return clSVMAlloc(context, CL_MEM_READ_WRITE | CL_MEM_SVM_FINE_GRAIN_BUFFER, size, 0);
}

static void prepare(void)
{
	cl_platform_id platform;
	cl_int error;
	const char *text = source;
	check(clGetPlatformIDs(1, &platform, NULL), "platform");
	check(clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 1, &device, NULL), "device");
	clGetDeviceInfo(device, CL_DEVICE_MAX_COMPUTE_UNITS, sizeof units, &units, NULL);
	context = clCreateContext(NULL, 1, &device, NULL, NULL, &error);
	check(error, "context");
	queue = clCreateCommandQueueWithProperties(context, device, NULL, &error);
	check(error, "queue");
	program = clCreateProgramWithSource(context, 1, &text, NULL, &error);
	check(clBuildProgram(program, 1, &device, "-cl-std=CL1.2", NULL, NULL), "build");
	a = shared(N * sizeof *a), b = shared(N * sizeof *b), c = shared(N * sizeof *c), counts = shared(BINS * sizeof *counts);
	for (int i = 0; i < N; i++)
		a[i] = b[i] = c[i] = i % 7;
	memset(counts, 0, BINS * sizeof *counts);
}

int main(int argc, char **argv)
{
	prepare();
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		double best = 1e9;
		int wanted = argc == 1;
		for (int i = 1; i < argc; i++)
			wanted |= !strcmp(argv[i], rows[r].name);
		cl_kernel kernel = kernel_named(rows[r].kernel);
		for (int t = 0; wanted && t <= TIMINGS; t++) {
			int calls = t > 0 && !strcmp(rows[r].name, "empty") ? 200 : 1;
			double start = now();
			for (int i = 0; i < calls; i++)
				rows[r].run(kernel);
			double seconds = (now() - start) / calls;
			if (t > 0 && seconds < best)
				best = seconds;
		}
		if (wanted)
			printf("%s %.0f\n", rows[r].name, best * 1e9);
	}
	return 0;
}
