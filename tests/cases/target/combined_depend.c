// Combined forms as tasks: nowait and depend on target teams distribute parallel for, enter and exit data; if for each part.
// expect: 62 0
#include <omp.h>
#include <stdio.h>
int main(void)
{
	int a[100], n = 100, bad = 0;
	for (int i = 0; i < n; i++) a[i] = 0;
	#pragma omp parallel num_threads(4)
	#pragma omp single
	{
		for (int r = 0; r < 5; r++) {
			#pragma omp target teams distribute parallel for nowait depend(inout: a) map(tofrom: a) order(concurrent) num_teams(2) if(target: r % 2) if(parallel: r > 2)
			for (int i = 0; i < n; i++) a[i] = 2 * a[i] + 1;
			#pragma omp task depend(inout: a) shared(a)
			for (int i = 0; i < n; i++) a[i] += 1;
		}
		#pragma omp target enter data map(to: a) nowait depend(in: a)
		#pragma omp target exit data map(from: a) nowait depend(inout: a)
	}
	for (int i = 0; i < n; i++) bad += a[i] != 62;
	printf("%d %d\n", a[0], bad);
	return 0;
}
