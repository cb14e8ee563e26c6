// Captured variables of anonymous local struct, union and enum types, and a typedef of one.
// expect: 4950 4950 2 3
#include <stdio.h>

int main(void)
{
	struct {
		int first;
		struct {
			long second;
		};
		union {
			int left;
			unsigned right;
		} u;
	} pair = {0, {0}, {1}}, pairs[2] = {{0, {0}, {0}}};
	enum { none, one, two } number = none;
	typedef struct {
		int v;
	} boxed;
	boxed box = {0};

#pragma omp parallel for
	for (int i = 0; i < 100; i++) {
#pragma omp atomic
		pair.first += i;
#pragma omp atomic
		pairs[1].second += i;
	}
#pragma omp parallel firstprivate(box)
	{
		boxed other = box;
		other.v += 3;
#pragma omp single
		{
			number = two;
			pair.u.left = other.v;
		}
	}
	printf("%d %ld %d %d\n", pair.first, pairs[1].second, number, pair.u.left);
	return 0;
}
