// Tasks that capture arrays, structs, parameters and loop variables by value while the originals change.
// expect: 4950 60 285 30
#include <stdio.h>

struct pair {
	int a, b;
};

static void spawn(struct pair p, int n, long *to)
{
	int line[5];

	for (int i = 0; i < n; i++)
		line[i] = i;
#pragma omp task firstprivate(line, p)
	{
		long mine = 0;
		for (int i = 0; i < n; i++)
			mine += line[i];
#pragma omp atomic
		*to += mine * p.a;
	}
	line[0] = 1000;
	p.a = 1000;
	n = 0;
}

int main(void)
{
	long sum = 0, lines = 0, squares = 0;
	int fixed[3] = {10, 20, 30}, thirty = 0;

#pragma omp parallel
	{
#pragma omp single
		{
			for (int i = 0; i < 100; i++) {
#pragma omp task
#pragma omp atomic
				sum += i;
			}
			spawn((struct pair){1, 2}, 5, &lines);
			spawn((struct pair){5, 2}, 5, &lines);
			for (int i = 0; i < 10; i++) {
				int square = i * i;
#pragma omp task default(none) firstprivate(square) shared(squares)
				{
#pragma omp atomic
					squares += square;
				}
				square = 0;
			}
#pragma omp task firstprivate(fixed) shared(thirty)
			thirty = fixed[2];
#pragma omp taskwait
			fixed[2] = 0;
		}
	}
	printf("%ld %ld %ld %d\n", sum, lines, squares, thirty);
	return 0;
}
