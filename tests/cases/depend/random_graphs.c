// Random graphs of tasks with random delays, against the rules: for each two tasks that name one address, who must wait for
// whom (15.9.5), and that members of a mutexinoutset never run at the same time.
// reference: clang because gcc 12 does not know inoutset
// expect: 0 violations in 40 graphs
#include <stdio.h>
#include <string.h>

#define TASKS 60
#define PLACES 5
#define GRAPHS 40

enum kind { NONE, IN, INOUT, MUTEX, SET };

static unsigned seed = 12345;
static enum kind kinds[TASKS][PLACES];
static int begin[TASKS], end[TASKS], delay[TASKS], ticks;
static char places[PLACES];

static unsigned draw(unsigned n)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % n;
}

static int tick(void)
{
	int now;
	#pragma omp atomic capture seq_cst
	now = ++ticks;
	return now;
}

static void work(int i)
{
	begin[i] = tick();
	volatile int x = 0;
	for (int k = 0; k < delay[i]; k++)
		x += k;
	end[i] = tick();
}

static void make_task(int i, const enum kind *kind)
{
	/* Up to two places have a kind; which ones is only known here. */
	int a = 0, b;
	while (a < PLACES && kind[a] == NONE)
		a++;
	b = a + 1;
	while (b < PLACES && kind[b] == NONE)
		b++;
	char *p = &places[a], *q = b < PLACES ? &places[b] : NULL;
	enum kind first = kind[a], second = q ? kind[b] : NONE;
	if (first == IN && !q) {
		#pragma omp task depend(in : *p) firstprivate(i)
		work(i);
	} else if (first == INOUT && !q) {
		#pragma omp task depend(inout : *p) firstprivate(i)
		work(i);
	} else if (first == MUTEX && !q) {
		#pragma omp task depend(mutexinoutset : *p) firstprivate(i)
		work(i);
	} else if (first == SET && !q) {
		#pragma omp task depend(inoutset : *p) firstprivate(i)
		work(i);
	} else if (first == IN && second == INOUT) {
		#pragma omp task depend(in : *p) depend(out : *q) firstprivate(i)
		work(i);
	} else if (first == MUTEX && second == MUTEX) {
		#pragma omp task depend(mutexinoutset : *q, *p) firstprivate(i)
		work(i);
	} else if (first == SET && second == IN) {
		#pragma omp task depend(inoutset : *p) depend(in : *q) firstprivate(i)
		work(i);
	} else if (first == MUTEX && second == IN) {
		#pragma omp task depend(in : *q) depend(mutexinoutset : *p) firstprivate(i) priority(i % 3)
		work(i);
	} else if (first == INOUT && second == INOUT) {
		#pragma omp task depend(inout : *q, *p) firstprivate(i) if(i % 7)
		work(i);
	}
}

static int conflicts(enum kind a, enum kind b)
{
	return a != NONE && b != NONE && !(a == b && a != INOUT);
}

static int violations(void)
{
	int found = 0;
	for (int i = 0; i < TASKS; i++)
		for (int j = i + 1; j < TASKS; j++)
			for (int p = 0; p < PLACES; p++) {
				if (conflicts(kinds[i][p], kinds[j][p]) && end[i] > begin[j])
					found++;
				if (kinds[i][p] == MUTEX && kinds[j][p] == MUTEX && begin[i] < end[j] && begin[j] < end[i])
					found++;
			}
	return found;
}

int main(void)
{
	static const enum kind pairs[][2] = {{IN, NONE}, {INOUT, NONE}, {MUTEX, NONE}, {SET, NONE}, {IN, INOUT}, {MUTEX, MUTEX}, {SET, IN},
					     {MUTEX, IN}, {INOUT, INOUT}};
	int found = 0;
	for (int graph = 0; graph < GRAPHS; graph++) {
		memset(kinds, 0, sizeof kinds);
		ticks = 0;
		for (int i = 0; i < TASKS; i++) {
			unsigned pair = draw(sizeof pairs / sizeof pairs[0]), place = draw(PLACES - 1);
			kinds[i][place] = pairs[pair][0];
			if (pairs[pair][1] != NONE)
				kinds[i][place + 1 + draw(PLACES - 1 - place)] = pairs[pair][1];
			delay[i] = (int)draw(8) ? (int)draw(400) : (int)draw(20000);
		}
		#pragma omp parallel
		#pragma omp single
		for (int i = 0; i < TASKS; i++)
			make_task(i, kinds[i]);
		found += violations();
	}
	printf("%d violations in %d graphs\n", found, GRAPHS);
	return 0;
}
