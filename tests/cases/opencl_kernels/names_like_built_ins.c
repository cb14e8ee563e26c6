// Functions whose names begin like those of OpenCL: their regions are kernels all the same.
// expect: get 1 convert 2 as 3 vload 4 vstore 5 native 6 half 7 atomic 8 read 9 write 10
#include <stdio.h>

#define REGION(name, value) \
	static int name(void) \
	{ \
		int x = 0; \
		_Pragma("omp target teams loop reduction(+ : x)") \
		for (int i = 0; i < value; i++) \
			x++; \
		return x; \
	}

static int get_one(void)
{
	int x = 0;
	#pragma omp target map(from: x)
	x = 1;
	return x;
}
static int convert(void)
{
	int x = 0;
	#pragma omp target map(from: x)
	x = 2;
	return x;
}
REGION(as_it_is, 3)
REGION(vload, 4)
REGION(vstore_all, 5)
REGION(native_code, 6)
REGION(half_of, 7)
REGION(atomic_sum, 8)
REGION(read_image, 9)
REGION(write_image_of, 10)

int main(void)
{
	int got = get_one(), converted = convert();
	printf("get %d convert %d as %d vload %d vstore %d native %d half %d atomic %d read %d write %d\n", got, converted, as_it_is(), vload(), vstore_all(),
	       native_code(), half_of(), atomic_sum(), read_image(), write_image_of());
	return 0;
}
