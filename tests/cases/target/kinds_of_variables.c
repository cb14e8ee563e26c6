// target regions over all kinds of variables: VLAs, constants, statics, unions, typedefs of arrays, enumerators, registers.
// expect: 358 3 3
#include <stdio.h>
#include <stdlib.h>
#pragma omp declare target
struct node { int v; struct node *next; };
static int walk(struct node *n) { int s = 0; for (; n; n = n->next) s += n->v; return s; }
#pragma omp end declare target
static const int table[4] = {1,2,3,4};
static int fixed = 3;
typedef double matrix[3][4];
static int f(int n, double a[n][n], matrix *m, int (*fp)(int))
{
	static int calls;
	const int k = 2;
	enum { LOCAL = 5 };
	register int r = 4;
	_Bool flag = 0;
	union { int i; float f; } u = {1};
	double vla[n][n];
	char text[] = "abc";
	for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) vla[i][j] = a[i][j];
	double s = 0;
	#pragma omp target teams distribute parallel for collapse(2) reduction(+: s) map(tofrom: vla) map(to: a[0:n][0:n])
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			vla[i][j] += a[i][j] * k + table[j % 4] + LOCAL + r;
			s += vla[i][j];
		}
	#pragma omp target map(tofrom: calls, flag, u) map(tofrom: m[0][1:1][0:4])
	{
		calls++; flag = fixed == 3; u.i += 1; (*m)[1][2] = text[1]; fixed = 9;
	}
	struct node nodes[2] = {{1, nodes + 1}, {2, 0}};
	int w = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp target map(to: nodes) map(from: w) nowait depend(out: w)
		w = nodes[0].v + nodes[1].v;
		#pragma omp task depend(in: w) shared(w)
		w += 100;
		#pragma omp taskwait
	}
	return (int)s + calls + flag + u.i + (int)(*m)[1][2] + w + (fp ? fp(1) : 0) + fixed * 0;
}
int main(void)
{
	int n = 3; double (*a)[n] = malloc(sizeof(double[n][n])); matrix m = {{0}};
	for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i][j] = i + j;
	struct node last = {1, 0}, first = {2, &last};
	printf("%d %d %d\n", f(n, a, &m, 0), fixed, walk(&first));
	free(a);
	return 0;
}
