// flags: -Wno-deprecated-declarations
/* Uses of what other threads may still be writing. */
#include <stdio.h>

enum { N = 100 };

int main(void)
{
	double a[N], b[N], c[N];
	int first = 0, size = 0, more = 0;
#pragma omp parallel
	{
#pragma omp for nowait // note: because of 'nowait' the threads go on at once; leave it out
		for (int i = 0; i < N; i++)
			a[i] = i; // note: it is written here
#pragma omp for
		for (int i = 1; i < N; i++)
			b[i] = a[i - 1]; // warning: 'a[i - 1]' is used here while other threads may still be writing it
#pragma omp master // note: 'master' has no barrier at its end; put '#pragma omp barrier' behind it
		first = 5;
#pragma omp for
		for (int i = 0; i < N; i++)
			b[i] += first; // warning: 'first' is used here while other threads may still be writing it
#pragma omp single nowait
		size = 7;
		printf("%d\n", size); // warning: 'size' is used here while other threads may still be writing it
#pragma omp barrier
#pragma omp single
		more = 9;
		printf("%d\n", more);
#pragma omp for nowait schedule(dynamic)
		for (int i = 0; i < N; i++)
			c[i] = i;
#pragma omp for schedule(dynamic)
		for (int i = 0; i < N; i++)
			b[i] += c[i]; // warning: 'c[i]' is used here while other threads may still be writing it
	}
	printf("%g\n", b[1]);
}

/* Tasks and sections. */
static int fib(int n)
{
	int a, b;
	if (n < 2)
		return n;
#pragma omp task shared(a) // note: the task is made here
	a = fib(n - 1); // note: '#pragma omp taskwait' before the use waits for it
#pragma omp task shared(b)
	b = fib(n - 2);
	return a + b; // warning: 'a' is used here, but the task that sets it may not have run yet
	// warning(-1): 'b' is used here, but the task that sets it may not have run yet
}

int both(int n)
{
	int steps = 0, apart = 0;
#pragma omp parallel sections
	{
		steps = n + 1; // note: the other one writes it here
#pragma omp section
		apart = steps; // warning: 'steps' is used in this section and written in another, and both may run at the same time
	}
	return steps + apart;
}
