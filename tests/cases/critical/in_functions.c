// critical in functions that a target region calls, and criticals inside one another.
// expect: counted 1 most 99
// expect: locked 12 36 12
// expect: masked 1
#include <omp.h>
#include <stdio.h>

enum { N = 100 };

static void count(int *counter)
{
	#pragma omp critical (counting)
	{
		int before = *counter;
		*counter = before + 1;
	}
}

static void greatest(const int *a, int *most, int n)
{
	#pragma omp for nowait
	for (int i = 0; i < n; i++) {
		#pragma omp critical
		if (a[i] > *most)
			*most = a[i];
	}
	count(&most[1]);
}

static void apart_and_together(int *apart, int *together)
{
	#pragma omp critical (a)
	{
		++*apart;
		#pragma omp critical (b)
		{
			*together += 2;
			#pragma omp critical
			++*together;
		}
	}
}

int main(void)
{
	int a[N], counter = 0, most[2] = {0}, threads = 0;
	for (int i = 0; i < N; i++)
		a[i] = i;
	#pragma omp target parallel num_threads(4) map(tofrom : counter, most) map(from : threads)
	{
		greatest(a, most, N);
		count(&counter);
		#pragma omp single
		threads = omp_get_num_threads();
	}
	printf("counted %d most %d\n", counter == threads && most[1] == threads, most[0]);

	int apart = 0, together = 0, others = 0, masked = 0;
	#pragma omp target teams distribute parallel for map(tofrom : apart, together, others)
	for (int i = 0; i < 12; i++) {
		apart_and_together(&apart, &together);
		#pragma omp critical (b)
		{
			#pragma omp critical (c)
			others++;
		}
	}
	printf("locked %d %d %d\n", apart, together, others);

	#pragma omp target parallel num_threads(4) map(tofrom : masked)
	{
		#pragma omp critical
		{
			#pragma omp masked
			masked++;
		}
	}
	printf("masked %d\n", masked);
	return 0;
}
