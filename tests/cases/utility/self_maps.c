// requires self_maps: a mapped variable is the original on every device that can use it.
// expect: x 3 same 1 array 7
// env-also: PPCC_HOST_DEVICES=1
// reference: none because no other compiler has self_maps
#include <omp.h>
#include <stdio.h>

#pragma omp requires self_maps

int main(void)
{
	int x = 1, array[4] = {1, 2, 3, 4}, *p = &x;
	#pragma omp target enter data map(to : x, array)
	#pragma omp target map(to : x)
	x += 2;
	#pragma omp target
	array[3] = 7;
	int same = omp_get_mapped_ptr(p, omp_get_default_device()) == p;
	printf("x %d same %d array %d\n", x, same, array[3]);
	#pragma omp target exit data map(delete : x, array)
	return 0;
}
