/* A program of which run_view.py knows the facts. */
#include <stdio.h>

static long count = 1000;
static int seen;
#pragma omp threadprivate(seen)

int main(void)
{
	double sum = 0, step = 1.0 / 1000;
	int i, last = 0, mine = 3, table[4] = {0};
	const char *shared_text = "task";
#pragma omp parallel for reduction(+ : sum) schedule(dynamic) \
	lastprivate(last)
	for (i = 0; i < count; i++) {
		double x = (i + 0.5) * step;
		sum += 4 / (1 + x * x);
		last = i;
		seen++;
	}
#pragma omp parallel num_threads(2) default(firstprivate) shared(table)
	{
		table[mine - 2] = mine;
	}
#pragma omp parallel
	{
#pragma omp single
		for (int t = 0; t < 3; t++) {
#pragma omp task
			printf("%s %d\n", shared_text, t); /* a comment */
		}
	}
	float out[100], scale = 2;
#pragma omp target parallel for map(from : out[0:100])
	for (int j = 0; j < 100; j++)
		out[j] = scale * j;
	printf("%.6f %d %d %g\n", sum * step, last, table[1], out[99]);
	return 0;
}
