// dispatch: depend waits for tasks, device is the default device during the call, nowait is allowed to wait.
// reference: none because gcc 12 does not know dispatch and clang 19 ignores depend and device
// expect: after 7
// expect: device 0, then 1
// expect: 12
#include <omp.h>
#include <stdio.h>

static int value;

int add_variant(int *p, int n)
{
	*p += n;
	return *p;
}
#pragma omp declare variant(add_variant) match(construct = {dispatch}) adjust_args(nothing : n) adjust_args(need_device_ptr : p)
int add(int *p, int n)
{
	*p -= n;
	return *p;
}

static int where(void)
{
	return omp_get_default_device();
}

int main(void)
{
	int k, device = 0, numbers[3] = {1, 2, 3};
	int *p = numbers;
	omp_set_default_device(omp_get_initial_device());
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp task depend(out : value)
		{
			double until = omp_get_wtime() + 0.05;
			while (omp_get_wtime() < until)
				;
			value = 6;
		}
		#pragma omp dispatch depend(inout : value) nowait
		k = add(&value, 1);
		#pragma omp taskwait
		printf("after %d\n", k);
	}
	omp_set_default_device(1);
	if (device == 0)
		#pragma omp dispatch device(device)
		k = where();
	else
		k = 100;
	printf("device %d, then %d\n", k, omp_get_default_device());
	omp_set_default_device(omp_get_initial_device());
	/* not mapped, or on the host: the pointer as it is */
	#pragma omp dispatch is_device_ptr(p)
	k = add(p, 10);
	#pragma omp dispatch
	k = add(p, k - 10);
	printf("%d\n", k);
	return 0;
}
