// Task reductions of array sections, of pointers too, and of variable length arrays: task_reduction, in_reduction in nested tasks, taskloop,
// taskloop simd and reduction(task, ...).
// reference: none because gcc 12 crashes on it, and clang 19 loses a part of a variable length array
// expect: 0 60 45 50 55 0
// expect: 10 10 300 270 230 240 30 10 10 10
// expect: 30 36 0/12  156 36 0/12  161 34 0/12  168 34 0/12  175 34 0/12  142 33 0/10  148 33 0/10
// expect: 0 0 0 0 0 50 7 7 50 6 7 0 7 6 0 0 0 0
#include <stdio.h>
#include <stdlib.h>
static void sections(int n, double *p)
{
	double a[10] = {0}, m[6][3], v[n], w[n][2];
	for (int i = 0; i < n; i++) v[i] = w[i][0] = w[i][1] = p[i] = 0;
	for (int i = 0; i < 18; i++) m[i / 3][i % 3] = 0;
	int lo = 2;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskgroup task_reduction(+ : a[lo : 4], v, w) task_reduction(+ : p[1 : n - 1], m[2 : 3][0 : 3])
		for (int i = 0; i < 40; i++) {
			#pragma omp task in_reduction(+ : a[lo : 4]) in_reduction(+ : v, w)
			{
				a[lo + i % 4] += i;
				v[i % n]++;
				#pragma omp task in_reduction(+ : w, a[lo : 4])
				{ w[i % n][1] += 2; a[lo] += 1; }
			}
			#pragma omp task in_reduction(+ : p[1 : n - 1]) in_reduction(+ : m[2 : 3][0 : 3])
			{
				p[1 + i % (n - 1)] += i;
				m[2 + i % 3][i % 2] += 1;
			}
		}
		#pragma omp taskloop reduction(+ : a[lo : 2], v, p[:n])
		for (int i = 0; i < 100; i++) {
			a[lo + i % 2]++;
			v[i % n]++;
			p[i % n] += 1;
		}
		#pragma omp taskloop simd reduction(+ : a, v)
		for (int i = 0; i < 100; i++) {
			a[i % 10] += 1;
			v[i % n] += 1;
		}
		#pragma omp taskloop simd reduction(+ : a[lo:5], p[0:n], m[1:2][:])
		for (int i = 0; i < 100; i++) {
			a[lo + i % 5] += 1;
			p[i % n] += 1;
			m[1 + i % 2][2] += 1;
		}
	}
	double b[8] = {0};
	#pragma omp parallel for reduction(task, + : b[lo : 4])
	for (int i = 0; i < 20; i++) {
		b[lo] += 1;
		#pragma omp task in_reduction(+ : b[lo : 4]) firstprivate(i)
		b[lo + i % 4] += i;
	}
	printf("%g %g %g %g %g %g\n", b[1], b[2], b[3], b[4], b[5], b[6]);
	for (int i = 0; i < 10; i++) printf("%g%s", a[i], i < 9 ? " " : "");
	puts("");
	for (int i = 0; i < n; i++) printf("%s%g %g %g/%g", i ? "  " : "", p[i], v[i], w[i][0], w[i][1]);
	puts("");
	for (int i = 0; i < 18; i++) printf("%s%g", i ? " " : "", m[i / 3][i % 3]);
	puts("");
}
int main(void)
{
	double *p = malloc(8 * sizeof *p);
	sections(7, p);
	free(p);
}
