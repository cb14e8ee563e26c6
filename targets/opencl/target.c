/* target.c - the opencl target: target regions become OpenCL kernels, all else is what the pthread target makes of it. */
#include "opencl_target.h"

bool opencl_make_kernel(struct lowering *lowering, struct leaf *leaf, struct device_code *code);
const char *opencl_end_file(struct lowering *lowering);

const struct target opencl_target = {
	.name = "opencl",
	.summary = "OpenCL kernels for target regions, POSIX threads for the rest",
	.include = "#include <ppcc/opencl.h>",
	.base = "pthread",
	.device = &opencl_kernel_rows,
	.make_device_code = opencl_make_kernel,
	.end_file = opencl_end_file,
};
