// Kernels that get a pointer to rows of variable length: parameters a[n][m], pointers, three dimensions, rows of structs; other lengths in each call.
// expect: 1 0 0 0
// expect: 3 66 132 22
// expect: 4 630 1260 70
// expect: planes 918
// expect: places 9 217
// expect: members 8 2
#include <stdio.h>
#include <stdlib.h>

struct place {
	int x;
	double weight;
};

static int weight(void)
{
	FILE *none = NULL;
	return none != NULL;
}

/* A parameter, whose rows are of another length in each call. */
static long sum(int n, int m, int a[n][m])
{
	long total = 0;
	#pragma omp target teams distribute parallel for collapse(2) reduction(+ : total) map(tofrom : a[0:n][0:m])
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++) {
			a[i][j] += i * m + j;
			total += a[i][j];
		}
	return total;
}

/* Three dimensions, the middle one a constant. */
static double planes(int n, int m)
{
	double(*p)[3][m] = malloc(sizeof(double[n][3][m])), total = 0;
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 3; j++)
			for (int k = 0; k < m; k++)
				p[i][j][k] = i + j + k;
	#pragma omp target data map(tofrom : p[0:n])
	for (int times = 0; times < 2; times++) {
		#pragma omp target teams distribute parallel for
		for (int i = 0; i < n; i++)
			for (int j = 0; j < 3; j++)
				for (int k = 0; k < m; k++)
					p[i][j][k] += 1;
	}
	for (int i = 0; i < n * 3 * m; i++)
		total += (&p[0][0][0])[i];
	free(p);
	return total;
}

/* Rows of structs, in a region with serial code, and a struct whose member is called as a function of the file is. */
static void places(int n, int m, struct place (*p)[m])
{
	int count = 0;
	double all = 0;
	struct {
		int count, weight;
	} part = {1, 2};
	#pragma omp target map(tofrom : p[0:n], count, all, part)
	{
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++)
				p[i][j] = (struct place){i + j, 0.5 * j};
		#pragma omp parallel for reduction(+ : count, all)
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++) {
				count += p[i][j].x == m;
				all += p[i][j].weight;
			}
		part.count = count - 1;
	}
	printf("places %d %g\n", count, all - 8);
	printf("members %d %d\n", part.count, part.weight + weight());
}

int main(void)
{
	static const int sizes[][2] = {{1, 1}, {3, 4}, {4, 9}};
	for (int k = 0; k < 3; k++) {
		int n = sizes[k][0], m = sizes[k][1], (*a)[m] = calloc(n, sizeof *a);
		long first = sum(n, m, a), second = sum(n, m, a);
		printf("%d %ld %ld %d\n", n, first, second, a[n - 1][m - 1]);
		free(a);
	}
	printf("planes %g\n", planes(4, 9));
	struct place(*p)[10] = malloc(10 * sizeof *p);
	places(10, 10, p);
	free(p);
	return 0;
}
