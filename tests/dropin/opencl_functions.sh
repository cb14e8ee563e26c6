. "$LIB"
# Kernels that call functions of other files: objects, static archives, shared libraries, and what is missing.
. "$(dirname "$LIB")/opencl.sh"
OPENCL="$PPCC --pp-target=opencl -fopenmp"

cat >part.h <<C
#pragma omp begin declare target
extern int base;
int twice(int n);
int add(const int *values, int count);
#pragma omp end declare target
C
cat >part.c <<C
#include "part.h"
#pragma omp begin declare target
int base = 100;
static int helper(int n) { return 2 * n; }
int twice(int n) { return helper(n) + base; }
int add(const int *values, int count) { return count == 0 ? 0 : values[0] + twice(0); }
#pragma omp end declare target
C
cat >main.c <<C
#include "part.h"
#include <omp.h>
#include <stdio.h>
static int helper(int n) { return n + 1; }
int main(void)
{
	int result, host, values[] = {7, 8};
#pragma omp target map(from : result, host) map(to : values)
	{
		result = twice(helper(4)) + add(values, 2);
		host = omp_is_initial_device();
	}
	printf("%d %s\n", result, host ? "host" : "device");
	return 0;
}
C
quietly $OPENCL -c part.c -o part.o; quietly $OPENCL -c main.c -o main.o
quietly $OPENCL main.o part.o -o objects; works ./objects; has out "217 device"
quietly ar rcs libpart.a part.o
quietly $OPENCL main.o -L. -l:libpart.a -o archive; works ./archive; has out "217 device"
quietly $OPENCL -fPIC -shared part.c -o libpart.so
quietly $OPENCL main.o -L. -l:libpart.so -Wl,-rpath,"$PWD" -o shared; works ./shared; has out "217 device"
works env PPCC_OPENCL_COPY=1 ./shared; has out "217 device"
works env PPCC_OPENCL_BUFFERS=1 ./shared; has out "217 device"

# What is built is kept, and made again when the other file changes.
works env PPCC_CACHE="$PWD/kept" PPCC_TRACE=1 ./shared; has err " build "
works env PPCC_CACHE="$PWD/kept" PPCC_TRACE=1 ./shared; has err " load "
sed -i 's/2 \* n/3 * n/' part.c; quietly $OPENCL -fPIC -shared part.c -o libpart.so
works env PPCC_CACHE="$PWD/kept" PPCC_TRACE=1 ./shared; has err " build "; has out "222 device"

# A file that another compiler has translated offers nothing.
quietly cc -Wno-unknown-pragmas -c part.c -o foreign.o
quietly $OPENCL main.o foreign.o -o missing; works ./missing; has out "222 host"
has err "ppcc runtime: the host runs the target region main_target_8, main.c:8: #pragma omp target"
has err "no file offers 'twice' to devices: its definition must be in 'declare target', and compiled by ppcc for the opencl target"
fails env OMP_TARGET_OFFLOAD=mandatory ./missing; has err "OMP_TARGET_OFFLOAD=mandatory: device 0 cannot run the kernel main_target_8"

# One that no device can run says why; so do two that call each other from two files.
sed 's/return count == 0/return count ? add(values, count - 1) : count == 0/' part.c >recursive.c
quietly $OPENCL main.o recursive.c -o recursive; works ./recursive; has out " host"; has err "it calls 'add', of which a device cannot run that 'add' calls itself"
sed 's/return helper(n)/return n > 1000 ? back(n) : helper(n)/; s/static int helper/int back(int n);&/' part.c >there.c
printf '#include "part.h"\n#pragma omp begin declare target\nint back(int n) { return twice(n - 1); }\n#pragma omp end declare target\n' >back.c
quietly $OPENCL main.o there.c back.c -o around; works ./around; has out " host"; has err "'twice' calls itself, by way of other files"
