#include <stdio.h>

int find(const int *a, int n, int x)
{
	int where = -1;
	#pragma omp parallel
	{
		#pragma omp for schedule(dynamic, 64)
		for (int i = 0; i < n; i++) {
			if (a[i] == x) {
				#pragma omp atomic write
				where = i;
				#pragma omp cancel for
			}
			#pragma omp cancellation point for
		}
		#pragma omp cancel parallel if (where < 0)
		#pragma omp barrier
		#pragma omp single
		printf("found at %d\n", where);
	}
	return where;
}

int any_leaf(const int *tree, int n, int node, int x)
{
	int found = 0;
	#pragma omp taskgroup
	for (int child = 2 * node + 1; child <= 2 * node + 2 && child < n; child++) {
		#pragma omp task shared(found)
		{
			if (tree[child] == x || any_leaf(tree, n, child, x)) {
				#pragma omp atomic write
				found = 1;
				#pragma omp cancel taskgroup
			}
		}
	}
	return found;
}
