// doacross: loops much longer than what the runtime keeps of them, sources that are skipped, and several loops at once.
// reference: none because gcc 12 and clang 19 wait for ever, each for some of these sinks
// expect: ok
#include <omp.h>
#include <stdio.h>

enum { N = 30000, DISTANCE = 70 };

static unsigned values[N];
static unsigned char rows[2000][8];

static unsigned check(void)
{
	unsigned wrong = 0;
	for (int i = 0; i < N; i++)
		wrong += values[i] != (unsigned)i / DISTANCE + 1;
	return wrong;
}

static void one(omp_sched_t kind, int chunk)
{
	omp_set_schedule(kind, chunk);
	#pragma omp parallel for ordered(1) schedule(runtime)
	for (int i = 0; i < N; i++) {
		#pragma omp ordered depend(sink: i - DISTANCE)
		values[i] = i < DISTANCE ? 1 : values[i - DISTANCE] + 1;
		if (i % 5)
		{
			#pragma omp ordered depend(source)
		}
	}
}

/* Four loops of one team without barriers between them; thread by thread their rows are the same. */
static unsigned overlapping(void)
{
	unsigned wrong = 0;
	#pragma omp parallel
	for (int round = 0; round < 4; round++) {
		#pragma omp for ordered(2) schedule(static, 3) nowait
		for (int i = 0; i < 2000; i++)
			for (int j = 7; j >= 0; j--) {
				#pragma omp ordered depend(sink: i - 1, j) depend(sink: i, j + 1)
				rows[i][j] = (unsigned char)(1 + (i > 0 ? rows[i - 1][j] : round) + (j < 7 ? rows[i][j + 1] : 0));
				#pragma omp ordered depend(source)
			}
	}
	static unsigned char serial[2000][8];
	for (int i = 0; i < 2000; i++)
		for (int j = 7; j >= 0; j--)
			serial[i][j] = (unsigned char)(1 + (i > 0 ? serial[i - 1][j] : 3) + (j < 7 ? serial[i][j + 1] : 0));
	for (int i = 0; i < 2000; i++)
		for (int j = 0; j < 8; j++)
			wrong += serial[i][j] != rows[i][j];
	return wrong;
}

int main(void)
{
	unsigned wrong = 0;
	one(omp_sched_static, 0);
	wrong += check();
	one(omp_sched_static, 1);
	wrong += check();
	one(omp_sched_dynamic, 1);
	wrong += check();
	one(omp_sched_dynamic, 40);
	wrong += check();
	one(omp_sched_guided, 1);
	wrong += check();
	wrong += overlapping();
	puts(wrong ? "wrong" : "ok");
	return 0;
}
