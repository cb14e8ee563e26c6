/*
 * buffers.c - memory of devices without shared virtual memory (PPCC_OPENCL_BUFFERS=1), for tools such as Oclgrind.
 *
 * Memory is a buffer of OpenCL 1.2.  A small kernel tells its address, which is the device address that the runtime works with, and
 * kernels get addresses as numbers: this holds where buffers stay in their place and all are in reach of each kernel, which OpenCL does not
 * promise.  The functions for shared virtual memory in ppcc_cl become those of this file.
 */
#include "opencl.h"

#include "../common/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
	struct buffer *next;
	cl_mem memory;
	char *address;
	size_t size;
	cl_context context;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of all that is here */
static struct buffer *buffers;
static bool in_use;

bool ppcc_cl_buffers(void)
{
	return in_use;
}

/* ------------------------------------------------------------------------------------------- addresses */

static const char teller[] = "__kernel void tell(__global char *memory, __global ulong *address)\n{\n\t*address = (ulong)memory;\n}\n";

static char *tell(cl_context context, cl_device_id device, cl_mem memory)
{
	cl_int error;
	cl_ulong address = 0;
	size_t one = 1;
	const char *source = teller;
	cl_command_queue queue = ppcc_cl.clCreateCommandQueue(context, device, 0, &error);
	cl_program program = ppcc_cl.clCreateProgramWithSource(context, 1, &source, NULL, &error);
	cl_mem result = ppcc_cl.clCreateBuffer(context, CL_MEM_READ_WRITE, sizeof address, NULL, &error);
	ppcc_cl.clBuildProgram(program, 1, &device, "", NULL, NULL);
	cl_kernel kernel = ppcc_cl.clCreateKernel(program, "tell", &error);
	if (error == CL_SUCCESS && ppcc_cl.clSetKernelArg(kernel, 0, sizeof memory, &memory) == CL_SUCCESS &&
	    ppcc_cl.clSetKernelArg(kernel, 1, sizeof result, &result) == CL_SUCCESS &&
	    ppcc_cl.clEnqueueNDRangeKernel(queue, kernel, 1, NULL, &one, &one, 0, NULL, NULL) == CL_SUCCESS)
		ppcc_cl.clEnqueueReadBuffer(queue, result, CL_TRUE, 0, sizeof address, &address, 0, NULL, NULL);
	ppcc_cl.clReleaseMemObject(result);
	ppcc_cl.clReleaseProgram(program);
	ppcc_cl.clReleaseCommandQueue(queue);
	return (char *)address; // NOLINT: of the device
}

/* The buffer that an address lies in; null: it is one of the host. */
static struct buffer *buffer_of(const void *address)
{
	const char *at = address;
	struct buffer *found;
	pthread_mutex_lock(&lock);
	for (found = buffers; found; found = found->next)
		if (at >= found->address && at < found->address + found->size)
			break;
	pthread_mutex_unlock(&lock);
	return found;
}

/* ------------------------------------------------------------------------------------------- in place of OpenCL's functions */

static void *svm_alloc(cl_context context, cl_svm_mem_flags flags, size_t size, cl_uint alignment)
{
	cl_int error;
	cl_device_id device;
	(void)flags, (void)alignment;
	if (ppcc_cl.clGetContextInfo(context, CL_CONTEXT_DEVICES, sizeof device, &device, NULL) != CL_SUCCESS)
		return NULL;
	cl_mem memory = ppcc_cl.clCreateBuffer(context, CL_MEM_READ_WRITE, size, NULL, &error);
	char *address = error == CL_SUCCESS ? tell(context, device, memory) : NULL;
	if (!address)
		return NULL;
	struct buffer *buffer = ppcc_allocate(sizeof *buffer);
	pthread_mutex_lock(&lock);
	*buffer = (struct buffer){buffers, memory, address, size, context};
	buffers = buffer;
	pthread_mutex_unlock(&lock);
	return address;
}

static void svm_free(cl_context context, void *address)
{
	struct buffer **at = &buffers;
	(void)context;
	pthread_mutex_lock(&lock);
	while (*at && (*at)->address != (char *)address)
		at = &(*at)->next;
	struct buffer *buffer = *at;
	if (buffer)
		*at = buffer->next;
	pthread_mutex_unlock(&lock);
	if (buffer)
		ppcc_cl.clReleaseMemObject(buffer->memory);
	free(buffer);
}

static cl_int svm_copy(cl_command_queue queue, cl_bool blocking, void *to, const void *from, size_t size, cl_uint count, const cl_event *events, cl_event *event)
{
	const struct buffer *there = buffer_of(to), *here = buffer_of(from);
	if (there && !here)
		return ppcc_cl.clEnqueueWriteBuffer(queue, there->memory, blocking, (size_t)((char *)to - there->address), size, from, count, events, event);
	if (here && !there)
		return ppcc_cl.clEnqueueReadBuffer(queue, here->memory, blocking, (size_t)((const char *)from - here->address), size, to, count, events, event);
	if (!here)
		return CL_INVALID_VALUE;
	cl_int error = ppcc_cl.clEnqueueCopyBuffer(queue, here->memory, there->memory, (size_t)((const char *)from - here->address),
						   (size_t)((char *)to - there->address), size, count, events, event);
	return error == CL_SUCCESS && blocking ? ppcc_cl.clFinish(queue) : error;
}

static cl_int svm_fill(cl_command_queue queue, void *address, const void *pattern, size_t pattern_size, size_t size, cl_uint count, const cl_event *events,
		       cl_event *event)
{
	const struct buffer *buffer = buffer_of(address);
	if (!buffer)
		return CL_INVALID_VALUE;
	return ppcc_cl.clEnqueueFillBuffer(queue, buffer->memory, pattern, pattern_size, (size_t)((char *)address - buffer->address), size, count, events, event);
}

static cl_int svm_argument(cl_kernel kernel, cl_uint index, const void *address)
{
	return ppcc_cl.clSetKernelArg(kernel, index, sizeof address, &address);
}

static cl_int svm_announce(cl_kernel kernel, cl_kernel_exec_info what, size_t size, const void *value)
{
	(void)kernel, (void)what, (void)size, (void)value;
	return CL_SUCCESS;
}

static cl_command_queue make_queue(cl_context context, cl_device_id device, const cl_queue_properties *properties, cl_int *error)
{
	return ppcc_cl.clCreateCommandQueue(context, device, properties && properties[0] ? (cl_command_queue_properties)properties[1] : 0, error);
}

void ppcc_cl_use_buffers(void)
{
	const char *chosen = getenv("PPCC_OPENCL_BUFFERS");
	if (!chosen || !*chosen || strcmp(chosen, "0") == 0)
		return;
	in_use = true;
	ppcc_cl.clSVMAlloc = svm_alloc;
	ppcc_cl.clSVMFree = svm_free;
	ppcc_cl.clEnqueueSVMMemcpy = svm_copy;
	ppcc_cl.clEnqueueSVMMemFill = svm_fill;
	ppcc_cl.clSetKernelArgSVMPointer = svm_argument;
	ppcc_cl.clSetKernelExecInfo = svm_announce;
	ppcc_cl.clCreateCommandQueueWithProperties = make_queue;
}

/* ------------------------------------------------------------------------------------------- texts */

/* Past the bracket that closes the one at `open`. */
static const char *past_closing(const char *open)
{
	int depth = 0;
	for (; *open; open++) {
		depth += *open == '(' ? 1 : *open == ')' ? -1 : 0;
		if (depth == 0)
			return open + 1;
	}
	return open;
}

/* The bracket that opens the parameters of the kernel at `at`. */
static const char *parameters_of(const char *at)
{
	static const char attribute[] = "__attribute__";
	for (at += strcspn(at, "("); *at; at = past_closing(at), at += strcspn(at, "(")) {
		const char *end = at;
		while (end[-1] == ' ')
			end--;
		if (strncmp(end - (sizeof attribute - 1), attribute, sizeof attribute - 1) != 0)
			return at;
	}
	return NULL;
}

/* Writes the list with numbers in place of pointers to global memory; `lines` gets the pointers' declarations. */
static void write_parameters(const char *open, const char *close, FILE *out, FILE *lines)
{
	int number = 0;
	fputc('(', out);
	for (const char *at = open + 1; at < close;) {
		const char *end = at;
		while (end < close && *end != ',')
			end = *end == '(' ? past_closing(end) : end + 1;
		while (at < end && strchr(" \t\n", *at))
			at++;
		if (memmem(at, (size_t)(end - at), "__global", 8)) {
			fprintf(out, "%sulong ppcc_address_%d", number ? ", " : "", number);
			fprintf(lines, "\n\t%.*s = (__global void *)ppcc_address_%d;", (int)(end - at), at, number);
		} else {
			fprintf(out, "%s%.*s", number ? ", " : "", (int)(end - at), at);
		}
		number++;
		at = end + 1;
	}
	fputc(')', out);
}

char *ppcc_cl_by_number(const char *source)
{
	char *text = NULL, *declarations = NULL;
	size_t size, length;
	FILE *out = open_memstream(&text, &size);
	if (!out)
		ppcc_fatal("out of memory");
	for (const char *at; (at = strstr(source, "__kernel ")) != NULL;) {
		const char *open = parameters_of(at), *past = open ? past_closing(open) : NULL, *body = past ? strchr(past, '{') : NULL;
		FILE *lines = open_memstream(&declarations, &length);
		if (!body || !lines)
			break;
		fwrite(source, 1, (size_t)(open - source), out);
		write_parameters(open, past - 1, out, lines);
		fclose(lines);
		fprintf(out, "%.*s%s", (int)(body + 1 - past), past, declarations);
		free(declarations);
		source = body + 1;
	}
	fputs(source, out);
	fclose(out);
	return text;
}
