// parallel: the body may be an expression statement, an if, a loop or a null statement, not only a block.
// expect: calls 4
// expect: if 4
// expect: loop 12
// expect: done
#include <stdio.h>

static int calls;

static void call(void)
{
	#pragma omp atomic
	calls++;
}

int main(void)
{
	int yes = 0, turns = 0, on = 1;

	#pragma omp parallel num_threads(4)
	call();
	printf("calls %d\n", calls);

	#pragma omp parallel num_threads(4)
	if (on) {
		#pragma omp atomic
		yes++;
	} else
		call();
	printf("if %d\n", yes);

	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 3; i++) {
		#pragma omp atomic
		turns++;
	}
	printf("loop %d\n", turns);

	#pragma omp parallel num_threads(4)
	;
	printf("done\n");
	return 0;
}
