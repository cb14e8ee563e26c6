// target data: values go to the device at the outermost entry and come back at the outermost exit; always, alloc, if, zero-length sections.
// expect: outer 1 inner 1 after 11 to 5 alloc 3 always 21 host 99 null 1 part 100 103 106
// reference: gcc because the library that clang links for the host has no omp_target_is_present
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include "../shares.h"

enum { N = 3 };

static void add(int *a, int n, int what)
{
	#pragma omp target map(tofrom : a[0:n])
	for (int i = 0; i < n; i++)
		a[i] += what;
}

int main(void)
{
	const int shared = shares();
	int a[N] = {1, 1, 1}, to = 5, scratch[N], always = 1, outer, inner, host = 99, null = 0;
	#pragma omp target data map(tofrom : a) map(to : to) map(alloc : scratch)
	{
		add(a, N, 4);
		inner = shared ? a[0] - 4 : a[0];
		#pragma omp target data map(tofrom : a)
		{
			add(a, N, 6);
		}
		outer = shared ? a[0] - 10 : a[0];
		#pragma omp target map(tofrom : to)
		to++;
		#pragma omp target map(alloc : scratch) map(from : null)
		{
			for (int i = 0; i < N; i++)
				scratch[i] = a[i] - 10;
			null = scratch[0] + scratch[1] + scratch[2];
		}
	}
	int alloc = null;
	if (shared)
		to--;
	#pragma omp target data map(to : always)
	{
		always = 20;
		#pragma omp target map(always, tofrom : always)
		always++;
	}
	#pragma omp target data map(tofrom : host) if (host < 0) device(omp_get_default_device())
	{
		if (omp_get_num_devices() > 0 && omp_target_is_present(&host, 0))
			host = 1;
	}
	int *nothing = NULL;
	#pragma omp target map(from : null) map(to : nothing[0:0])
	null = nothing == NULL;
	int *part = malloc(100 * sizeof *part);
	for (int i = 0; i < 100; i++)
		part[i] = 2 * i;
	#pragma omp target data map(tofrom : part[50 : 4])
	{
		int *middle = part + 50;
		#pragma omp target
		for (int i = 0; i < 4; i++)
			middle[i] += i;
		#pragma omp target map(part[51 : 2])
		part[51] = part[52] - 3;
		#pragma omp target map(part[51:1])
		part[51] += 0;
	}
	printf("outer %d inner %d after %d to %d alloc %d always %d host %d null %d part %d %d %d\n", outer, inner, a[0], to, alloc, always, host, null, part[50],
	       part[51], part[52]);
	free(part);
	return 0;
}
