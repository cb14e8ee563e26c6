// order(concurrent) with its modifiers, on for, simd and for simd; reproducible loops of one shape deal out alike.
// expect: ok
#include <omp.h>
#include <stdio.h>

enum { N = 1001 };

int main(void)
{
	static int first[N], second[N], wide[N], any[N];
	int wrong = 0;
	#pragma omp parallel
	{
		#pragma omp for order(reproducible: concurrent) schedule(static)
		for (int i = 0; i < N; i++)
			first[i] = i;
		#pragma omp for order(concurrent) schedule(static) nowait
		for (int i = 0; i < N; i++)
			second[i] = first[i] + 1;
		#pragma omp for simd order(unconstrained: concurrent)
		for (int i = 0; i < N; i++)
			wide[i] = 2 * i;
	}
	#pragma omp simd order(concurrent) safelen(8)
	for (int i = 0; i < N; i++)
		any[i] = first[i] + wide[i];
	for (int i = 0; i < N; i++)
		wrong += second[i] != i + 1 || any[i] != 3 * i;
	puts(wrong ? "wrong" : "ok");
	return 0;
}
