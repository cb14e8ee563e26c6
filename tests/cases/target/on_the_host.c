// target regions run on the host exactly when there is no device: mapped variables are their own, scalars are firstprivate.
// expect: host 1 x 2 scalar 3 array 0 2 4 6 point 5 6 heap 10 11 clauses 1 8 global 4 fresh 9
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

struct point {
	int x, y;
};

static int global = 4;

int main(void)
{
	int host = 0, x = 1, scalar = 3, array[4] = {0, 1, 2, 3}, n = 2, private_one = 1, fresh = 9;
	struct point point = {5, 5};
	int *heap = malloc(2 * sizeof *heap);
	#pragma omp target map(from : host) map(tofrom : x)
	{
		host = omp_is_initial_device();
		x++;
		scalar++;
		global++;
		for (int i = 0; i < 4; i++)
			array[i] *= 2;
		point.y++;
	}
	#pragma omp target map(always, from : heap[0 : 2]) map(to : n) if(n > 5) device(omp_get_initial_device())
	for (int i = 0; i < n; i++)
		heap[i] = 10 + i;
	int *alias = heap;
	#pragma omp target is_device_ptr(alias) private(private_one) firstprivate(fresh) nowait
	{
		private_one = 5;
		fresh += private_one;
		alias[0] += 0;
		alias = NULL;
	}
	#pragma omp taskwait
	int total = 0;
	#pragma omp target data map(to: array) use_device_addr(array)
	#pragma omp target map(total) has_device_addr(array)
	{
		#pragma omp parallel for reduction(+ : total)
		for (int i = 0; i < 4; i++)
			total += array[i] - 1;
	}
	printf("host %d x %d scalar %d array %d %d %d %d point %d %d heap %d %d clauses %d %d global %d fresh %d\n", host == (omp_get_num_devices() == 0), x, scalar, array[0], array[1],
	       array[2], array[3], point.x, point.y, heap[0], heap[1], private_one, total, global, fresh);
	free(heap);
	return 0;
}
