// A target region follows a pointer to memory that the function has allocated, and nothing maps it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void show(double *values);
extern double *kept;

int main(int argc, char **argv)
{
	int n = argc * 100;
	double *x = malloc(n * sizeof *x), *y = calloc(n, sizeof(double)), *z = malloc(n * sizeof *z);
	double *shown = malloc(8 * n), *entered = malloc(n * 8), *around = malloc(n * 8), *stored = malloc(n * 8), *other = malloc(n * 8);
	double *ten = malloc(10 * sizeof *ten), *sometimes = malloc(n * sizeof(double)), *given = malloc(8), **rows = malloc(8 * n);
	show(shown);
	kept = stored;
	other = (double *)argv;
	memset(z, 0, n * sizeof *z);
	for (int i = 0; i < n; i++)
		x[i] = i;
	#pragma omp target teams distribute parallel for // note: add map(from: y[0:n])
	for (int i = 0; i < n; i++)
		y[i] = x[i]; // warning: 'y' points to memory of the host, and no clause maps it: a device does not have it
		// warning(-1): 'x' points to memory of the host
	#pragma omp target // note: add map(tofrom: z[0:n])
	for (int i = 0; i < n; i++)
		z[i] += 2; // warning: 'z' points to memory of the host, and no clause maps it: a device does not have it
	#pragma omp target // note: add map(from: ten[0:1])
	{
		*ten = 2; // warning: 'ten' points to memory of the host, and no clause maps it: a device does not have it
		if (n > 1000)
			sometimes[0] = 1;
	}

	/* what others may have mapped, or a clause maps, is not spoken of */
	#pragma omp target enter data map(to: entered[0:n])
	#pragma omp target data map(around[0:n])
	#pragma omp target map(ten[0:10]) is_device_ptr(given)
	{
		shown[0] = 1;
		entered[0] = 1;
		around[0] = 1;
		stored[0] = 1;
		other[0] = 1;
		ten[0] = 4;
		given[0] = 1;
		rows[0] = 0;
	}
	double *sums = malloc(4 * sizeof *sums);
	sums[0] = sums[1] = sums[2] = sums[3] = 0;
	#pragma omp target teams loop reduction(+: sums[0:4])
	for (int i = 0; i < n; i++)
		sums[i % 4] += 1;
	printf("%g\n", y[3] + *ten);
	free(x);
	return z == NULL || !entered;
}
