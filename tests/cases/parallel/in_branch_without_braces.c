// parallel: a region that is the whole body of if, else, for, while, do and a label keeps the control flow around it.
// expect: 3 3 6 6 3 3
#include <stdio.h>

static int run(int choice)
{
	int n = 0, turns;

	if (choice == 0)
		#pragma omp parallel num_threads(3)
		{
			#pragma omp atomic
			n++;
		}
	else if (choice == 1)
		#pragma omp parallel num_threads(3) reduction(+: n)
		n++;
	else if (choice == 2)
		for (int i = 0; i < 2; i++)
			#pragma omp parallel num_threads(3) reduction(+: n)
			n++;
	else if (choice == 3) {
		turns = 2;
		while (turns-- > 0)
			#pragma omp parallel num_threads(3) reduction(+: n)
			n++;
	} else if (choice == 4) {
		do
			#pragma omp parallel num_threads(3) reduction(+: n)
			n++;
		while (n < 3);
	} else {
		if (choice > 5)
			goto out;
		{
			#pragma omp parallel num_threads(3) reduction(+: n)
			n++;
		}
	out:;
	}
	return n;
}

int main(void)
{
	printf("%d %d %d %d %d %d\n", run(0), run(1), run(2), run(3), run(4), run(5));
	return 0;
}
