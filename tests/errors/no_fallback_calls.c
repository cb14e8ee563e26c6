// flags: --pp-target=opencl --pp-no-fallback
// What OpenCL C does not have, cause by cause.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct flags {
	int low : 3, high : 5;
};

static jmp_buf back;
static int (*chosen)(int);

static int deeper(int n)
{
	return n < 2 ? n : deeper(n - 1) + deeper(n - 2);
}

int main(void)
{
	int x = 3;
	struct flags flags = {1, 2};
	#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: 'deeper' calls itself
	x = deeper(x);
	#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: it uses a pointer to a function
	x = chosen(x);
	#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: OpenCL has no long double
	x = (int)(x + (long double)x);
	#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: OpenCL has no long double
	x = (int)(x * 0x1.8p1L);
	#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: it calls 'fopen', which is neither in this file nor in 'declare target'
	x = fopen("numbers", "r") != NULL;
	#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: it calls 'malloc', which is neither in this file nor in 'declare target'
	x = malloc(8) != NULL;
	#pragma omp target map(tofrom : flags) // error: this target region cannot be a kernel: 'low' is a bit-field
	flags.low++;
	if (setjmp(back) == 0) {
		#pragma omp target map(tofrom : x) // error: this target region cannot be a kernel: it calls 'longjmp', which is neither in this file nor in 'declare target'
		if (x)
			longjmp(back, 1); // warning: 'longjmp' in a 'target' region that calls no 'setjmp'
	}
	return x;
}
