// How many iterations a task of a taskloop gets: strict gives exactly the number said, but for the last.
// expect: grainsize(strict: 30): 30 30 30 10
// expect: num_tasks(strict: 4): 25 25 25 25
// expect: grainsize(30): 34 33 33
// threads: 2 7
// reference: none because the divisions without strict are the implementation's
#include <stdio.h>

static int sizes[100], first[100], total;

/* Notes one iteration: those that share an address of their task's copy are in one task. */
static void note(int i, int *run)
{
	if (*run < 0)
		*run = i;
	#pragma omp atomic
	sizes[*run]++;
}

static void show(const char *what)
{
	printf("%s:", what);
	for (int i = 0; i < 100; i++) {
		if (sizes[i])
			printf(" %d", sizes[i]);
		sizes[i] = 0;
	}
	printf("\n");
}

int main(void)
{
	int run = -1;
	(void)first;
	(void)total;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop grainsize(strict: 30) firstprivate(run)
		for (int i = 0; i < 100; i++)
			note(i, &run);
		show("grainsize(strict: 30)");
		#pragma omp taskloop num_tasks(strict: 4) firstprivate(run)
		for (int i = 0; i < 100; i++)
			note(i, &run);
		show("num_tasks(strict: 4)");
		#pragma omp taskloop grainsize(30) firstprivate(run)
		for (int i = 0; i < 100; i++)
			note(i, &run);
		show("grainsize(30)");
	}
	return 0;
}
