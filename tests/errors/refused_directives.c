// Every directive of OpenMP that no target handles yet is refused by name, wherever it stands.
#include <stddef.h>

struct pair {
	int *first;
};
#pragma omp declare mapper(struct pair p) map(p.first[0 : 1]) // error: not supported: directive 'declare mapper' on target pthread
#pragma omp declare target // error: not supported: directive 'declare target' on target pthread

static void loops(double *v, int n)
{
	double sum = 0;
#pragma omp reverse // error: not supported: directive 'reverse' on target pthread
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp interchange // error: not supported: directive 'interchange' on target pthread
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i] = j;
#pragma omp stripe sizes(4) // error: not supported: directive 'stripe' on target pthread
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp split counts(4, omp_fill) // error: not supported: directive 'split' on target pthread
	for (int i = 0; i < n; i++)
		v[i] = 0;
#pragma omp fuse // error: not supported: directive 'fuse' on target pthread
	for (int i = 0; i < n; i++)
		v[i] = 0;
}

int main(void)
{
	int x = 0;
	double v[4];
	int *p = NULL;
	x = 1;
#pragma omp parallel
	{
	}
#pragma omp taskgraph // error: not supported: directive 'taskgraph' on target pthread
	x = 3;
	loops(v, 4);
	return x;
}
