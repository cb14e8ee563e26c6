// flags: --pp-target=opencl --pp-no-fallback
// --pp-no-fallback: a target region that cannot be a kernel is an error.
#include <omp.h>
#include <stdio.h>

int file_counter;

static int factorial(int n)
{
	return n < 2 ? 1 : n * factorial(n - 1);
}

static int next(void)
{
	return ++file_counter;
}

int main(void)
{
	int x = 3;
	#pragma omp target map(x)
	x = x * 2;
	#pragma omp target map(x) // error: this target region cannot be a kernel: a function that it calls uses the variable 'file_counter', which is not in declare target
	x = next();
	#pragma omp target map(x) // error: this target region cannot be a kernel: OpenCL has no long double
	{
		long double y = x;
		x = (int)y;
	}
	#pragma omp target // error: this target region cannot be a kernel: it calls 'fprintf', which is neither in this file nor in 'declare target'
	fprintf(stderr, "%d\n", x);
	#pragma omp target parallel for lastprivate(x) uses_allocators(omp_default_mem_alloc) allocate(align(64), allocator(omp_default_mem_alloc): x) // error: this target region cannot be a kernel: 'x' in 'allocate' with traits or an alignment
	for (int i = 0; i < 8; i++)
		x = i;
	return factorial(x);
}

int last(void)
{
	int i, j, x = 0;
	#pragma omp target parallel for simd collapse(2) map(tofrom: x) schedule(static) lastprivate(i, j, x) // error: this target region cannot be a kernel: such a lastprivate with a schedule, where the region asks for its thread or team
	for (i = 0; i < 8; i++)
		for (j = 0; j < i; j++)
			x = omp_get_thread_num();
	return i + j + x;
}

int shared_copy(void)
{
	int x = 0;
	#pragma omp target map(tofrom: x)
	{
		#pragma omp taskgroup task_reduction(+: x)
		#pragma omp parallel num_threads(4)
		{
			#pragma omp task in_reduction(+: x) // error: this target region cannot be a kernel: 'x' in 'in_reduction', of which several threads would have one copy
			x++;
		}
	}
	return x;
}

int of_host, *of_group;
#pragma omp groupprivate(of_host) device_type(host)
#pragma omp groupprivate(of_group)

int groups(void)
{
	int x = 1;
	#pragma omp target map(tofrom: x) // error: this target region cannot be a kernel: it uses the variable 'of_host', which is groupprivate on the host only
	of_host = x;
	#pragma omp target map(tofrom: x) // error: this target region cannot be a kernel: it uses the groupprivate variable 'of_group', which is a pointer
	of_group = &x;
	return x;
}

int aligned(void)
{
	int x = 1;
	#pragma omp target map(tofrom: x)
	{
		int y = x;
		#pragma omp allocate(y) align(64) // error: this target region cannot be a kernel: 'align' on 'allocate'
		x += y;
	}
	return x;
}

int lengths(int n)
{
	int x = 1;
	#pragma omp target map(tofrom: x)
	{
		int m = n + x, row[m]; // error: this target region cannot be a kernel: 'row', an array whose length only the device knows, or which is used as a whole
		row[0] = m;
		x = row[0];
	}
	#pragma omp target map(tofrom: x)
	{
		int row[n]; // error: this target region cannot be a kernel: 'row', an array whose length only the device knows, or which is used as a whole
		x = (int)sizeof row;
	}
	int later[n];
	later[0] = x;
	#pragma omp target firstprivate(later) nowait // error: this target region cannot be a kernel: 'later', an array of variable length, firstprivate of a construct with nowait
	later[0]++;
	#pragma omp taskwait
	return x + later[0];
}
