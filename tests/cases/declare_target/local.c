// declare target local: each device has a variable of its own, whatever memory it works on; memory that a device can use.
// reference: none because neither gcc 12 nor clang 19 knows the clause
// expect: first 10 10, then 11 11, host 15 16
// expect: accessible 1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

static int scalar = 1, array[4] = {1, 2, 3, 4};
#pragma omp declare target local(scalar, array)

#pragma omp begin declare target
static int next(void)
{
	return ++scalar;
}
#pragma omp end declare target

static int check(int seen, int on_device, int on_host)
{
	return omp_get_num_devices() > 0 ? seen == on_device : seen == on_host;
}

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0;
	#pragma omp target
	{
		scalar = 10;
		array[2] = 10;
	}
	scalar = 15;
	array[2] = 16;
	#pragma omp target map(from: a, b)
	{
		a = scalar;
		b = array[2];
	}
	#pragma omp target map(from: c, d)
	{
		c = next();
		d = ++array[2];
	}
	printf("first %d %d, then %d %d, host ", check(a, 10, 15) * 10, check(b, 10, 16) * 10, check(c, 11, 16) * 11, check(d, 11, 17) * 11);
	printf("%d %d\n", omp_get_num_devices() > 0 ? scalar : scalar - 1, omp_get_num_devices() > 0 ? array[2] : array[2] - 1);

	int *memory = malloc(8 * sizeof *memory), one_memory = 0, good;
	memory[5] = 3;
	#pragma omp target map(to: one_memory)
	one_memory = 1;
	good = !one_memory; /* the host sees what the device has written: then the device can use the host's memory */
	if (omp_target_is_accessible(memory, 8 * sizeof *memory, omp_get_default_device())) {
		#pragma omp target firstprivate(memory)
		memory[5]++;
		good = memory[5] == 4;
	}
	printf("accessible %d\n", good);
	free(memory);
}
