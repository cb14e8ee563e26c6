// use_device_ptr and use_device_addr: inside, the names are the device's; is_device_ptr and has_device_addr hand them on.
// reference: gcc because the library that clang links for the host has no omp_target_*
// expect: sum 60 doubled 2 4 6 8 matrix 21 scalar 8 pointer kept 1 plain 1 alloc 0 1 4 9 struct 7
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 4 };

struct pair {
	int first, second;
};

/* A library that is handed a device pointer. */
static void twice(double *device, int n)
{
	#pragma omp target is_device_ptr(device)
	for (int i = 0; i < n; i++)
		device[i] *= 2;
}

static int sum_of(int *device, int n)
{
	int sum = 0;
	#pragma omp target map(tofrom : sum) is_device_ptr(device) firstprivate(n)
	for (int i = 0; i < n; i++)
		sum += device[i];
	return sum;
}

int main(void)
{
	double *x = malloc(N * sizeof *x), *before = x;
	int matrix[2][3] = {{1, 2, 3}, {4, 5, 6}}, numbers[3] = {10, 20, 30}, scalar = 4, sum, total = 0, plain[2] = {0, 1};
	struct pair pair = {3, 4};
	for (int i = 0; i < N; i++)
		x[i] = i + 1;
	#pragma omp target data map(tofrom : x[0:N])
	{
		#pragma omp target data use_device_ptr(x)
		{
			twice(x, N);
		}
	}
	#pragma omp target data map(to : numbers) use_device_addr(numbers)
	{
		sum = sum_of(numbers, 3);
	}
	#pragma omp target data map(tofrom : matrix, scalar, pair) use_device_addr(matrix, scalar, pair)
	{
		#pragma omp target has_device_addr(matrix, scalar, pair) map(tofrom : total)
		{
			for (unsigned i = 0; i < sizeof matrix / sizeof matrix[0]; i++)
				for (int j = 0; j < 3; j++)
					total += matrix[i][j];
			scalar *= 2;
			pair.first += pair.second;
		}
	}
	/* what is not mapped keeps its address */
	int *place = plain;
	#pragma omp target data map(tofrom : scalar) use_device_addr(plain)
	place = plain + 1;
	int device = omp_get_default_device();
	int *squares = omp_target_alloc(N * sizeof *squares, device), back[N];
	#pragma omp target is_device_ptr(squares)
	for (int i = 0; i < N; i++)
		squares[i] = i * i;
	omp_target_memcpy(back, squares, sizeof back, 0, 0, omp_get_initial_device(), device);
	omp_target_free(squares, device);
	printf("sum %d doubled %.0f %.0f %.0f %.0f matrix %d scalar %d pointer kept %d plain %d alloc %d %d %d %d struct %d\n", sum, x[0], x[1], x[2], x[3], total,
	       scalar, x == before, *place, back[0], back[1], back[2], back[3], pair.first);
	free(x);
	return 0;
}
