// doacross: a wavefront over two loops, in both spellings and under every schedule; each element needs its two neighbours.
// reference: none because gcc 12 and clang 19 without -fopenmp-version=52 do not know doacross
// expect: ok
#include <omp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { ROWS = 40, COLUMNS = 30 };

static unsigned expected[ROWS][COLUMNS], got[ROWS][COLUMNS];

static void start(unsigned grid[ROWS][COLUMNS])
{
	memset(grid, 0, sizeof expected);
	for (int i = 0; i < ROWS; i++)
		grid[i][0] = 3u * (unsigned)i + 1;
	for (int j = 0; j < COLUMNS; j++)
		grid[0][j] = 5u * (unsigned)j + 1;
}

#define STEP(grid, i, j) (grid)[i][j] = 7 * (grid)[(i) - 1][j] + 11 * (grid)[i][(j) - 1] + (grid)[(i) - 1][(j) - 1]

static void delay(int i, int j)
{
	if ((i * 7 + j) % 97 == 0)
		usleep(50);
}

static int wrong(const char *what)
{
	if (!memcmp(expected, got, sizeof got))
		return 0;
	printf("%s is wrong\n", what);
	return 1;
}

static int run(omp_sched_t kind, int chunk)
{
	int faults = 0;
	omp_set_schedule(kind, chunk);
	start(got);
	#pragma omp parallel for ordered(2) schedule(runtime)
	for (int i = 1; i < ROWS; i++) {
		for (int j = 1; j < COLUMNS; ++j) {
			delay(i, j);
			#pragma omp ordered depend(sink: i - 1, j) depend(sink: i, j - 1)
			STEP(got, i, j);
			#pragma omp ordered depend(source)
		}
	}
	faults += wrong("depend");

	start(got);
	#pragma omp parallel
	{
		int i, j;
		#pragma omp for ordered(2) schedule(runtime) nowait
		for (i = 1; i < ROWS; i++)
			for (j = 1; j < COLUMNS; ++j) {
				#pragma omp ordered doacross(sink: i - 1, j) doacross(sink: i, j - 1)
				STEP(got, i, j);
				delay(i, j);
				#pragma omp ordered doacross(source:)
			}
	}
	return faults + wrong("doacross");
}

int main(void)
{
	int faults = 0;
	start(expected);
	for (int i = 1; i < ROWS; i++)
		for (int j = 1; j < COLUMNS; j++)
			STEP(expected, i, j);
	for (int chunk = 0; chunk < 4; chunk++) {
		faults += run(omp_sched_static, chunk);
		faults += run(omp_sched_dynamic, chunk);
		faults += run(omp_sched_guided, chunk);
	}
	faults += run(omp_sched_auto, 0);
	puts(faults ? "wrong" : "ok");
	return 0;
}
