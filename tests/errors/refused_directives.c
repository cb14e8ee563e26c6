// Every directive of OpenMP that no target handles yet is refused by name, wherever it stands.
#include <stddef.h>

#pragma omp requires unified_shared_memory // error: 'requires' is not supported
#pragma omp assumes no_openmp // error: 'assumes' is not supported
#pragma omp begin assumes no_openmp // error: 'begin' is not supported
#pragma omp end assumes // error: 'end' is not supported

static int shared_by_group;
#pragma omp groupprivate(shared_by_group) // error: 'groupprivate' is not supported

struct pair {
	int *first;
};
#pragma omp declare mapper(struct pair p) map(p.first[0 : 1]) // error: 'declare mapper' is not supported
#pragma omp declare target // error: 'declare target' is not supported

static int other(void)
{
	return 1;
}

#pragma omp declare variant(other) match(construct = {parallel}) // error: 'declare variant' is not supported
static int one(void)
{
	return 1;
}

static void loops(double *v, int n)
{
	double sum = 0;
#pragma omp distribute // error: 'distribute' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp loop bind(thread) // error: 'loop' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp taskloop // error: 'taskloop' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp unroll // error: 'unroll' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp reverse // error: 'reverse' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp interchange // error: 'interchange' is not supported
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i] = j;
#pragma omp stripe sizes(4) // error: 'stripe' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp split counts(4, omp_fill) // error: 'split' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp fuse // error: 'fuse' is not supported
	for (int i = 0; i < n; i++)
		v[i] = 0;
	for (int i = 0; i < n; i++) {
		sum += v[i];
#pragma omp scan inclusive(sum) // error: 'scan' is not supported
		v[i] = sum;
	}
}

int main(void)
{
	int x = 0;
	double v[4];
	int *p = NULL;
#pragma omp allocate(x) // error: 'allocate' is not supported
#pragma omp assume holds(x == 0) // error: 'assume' is not supported
	x = 1;
#pragma omp parallel
	{
#pragma omp cancel parallel // error: 'cancel' is not supported
#pragma omp cancellation point parallel // error: 'cancellation point' is not supported
	}
#pragma omp depobj(p) depend(in : x) // error: 'depobj' is not supported
#pragma omp dispatch // error: 'dispatch' is not supported
	one();
#pragma omp error at(execution) // error: 'error' is not supported
#pragma omp interop init(target : p) // error: 'interop' is not supported
#pragma omp nothing // error: 'nothing' is not supported
#pragma omp scope // error: 'scope' is not supported
	x = 2;
#pragma omp taskgraph // error: 'taskgraph' is not supported
	x = 3;
#pragma omp teams // error: 'teams' is not supported
	x = 4;
	loops(v, 4);
	return x;
}
