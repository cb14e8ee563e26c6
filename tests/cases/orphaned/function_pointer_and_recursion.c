// orphaned: constructs in functions reached through a pointer and through recursion.
// expect: 6 3 30
#include <omp.h>
#include <stdio.h>

static int singles, loops;

static void once(void)
{
	#pragma omp single
	singles += omp_get_num_threads();
}

static void down(int n)
{
	if (n == 0)
		return;
	once();
	#pragma omp for nowait
	for (int i = 0; i < 10; i++) {
		#pragma omp atomic
		loops++;
	}
	down(n - 1);
}

int main(void)
{
	void (*f)(int) = down;
	int calls = 0;
	#pragma omp parallel num_threads(2) reduction(+: calls)
	{
		f(3);
		calls += 1;
	}
	printf("%d %d %d\n", singles, calls + 1, loops);
	return 0;
}
