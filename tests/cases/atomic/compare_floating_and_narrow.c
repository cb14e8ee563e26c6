// atomic compare: minimum and maximum on float, double, char, short and unsigned types.
// expect: 0.5 99.5 -100 100 3000000000 2
#include <stdio.h>

int main(void)
{
	float f = 1000;
	double d = -1000;
	signed char c = 0;
	short s = 0;
	unsigned u = 0;
	unsigned long long low = ~0ULL;
	#pragma omp parallel for num_threads(4)
	for (int i = 0; i < 100; i++) {
		float fe = (float)i + 0.5f;
		double de = i + 0.5;
		signed char ce = (signed char)(i == 60 ? -100 : i);
		short se = (short)(i == 33 ? 100 : i);
		unsigned ue = i == 7 ? 3000000000u : (unsigned)i;
		unsigned long long le = (unsigned long long)i + 2;
		#pragma omp atomic compare
		f = fe < f ? fe : f;
		#pragma omp atomic compare
		if (de > d) { d = de; }
		#pragma omp atomic compare
		if (c > ce) { c = ce; }
		#pragma omp atomic compare
		s = s < se ? se : s;
		#pragma omp atomic compare
		if (ue > u) { u = ue; }
		#pragma omp atomic compare
		if (low > le) { low = le; }
	}
	printf("%g %g %d %d %u %llu\n", f, d, c, s, u, low);
	return 0;
}
