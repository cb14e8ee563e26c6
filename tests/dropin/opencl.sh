# What the scripts about OpenCL devices share; the file that they begin with is kernel.c.
cat >kernel.c <<C
#include <omp.h>
#include <stdio.h>
int main(void)
{
	int sum = 0, host = 1;
#pragma omp target map(tofrom : sum) map(from : host)
	{
		for (int i = 1; i <= 1000; i++)
			sum += i;
		host = omp_is_initial_device();
	}
	printf("%d %s\n", sum, host ? "host" : "device");
	return 0;
}
C
export POCL_CACHE_DIR=$PWD/pocl XDG_CACHE_HOME=$PWD/cache PPCC_CACHE=none
quietly "$PPCC" --pp-target=opencl -fopenmp kernel.c -o kernel
[ "$(./kernel 2>/dev/null)" = "500500 device" ] || skip "there is no OpenCL device"
