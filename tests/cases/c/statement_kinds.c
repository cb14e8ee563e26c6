// Every kind of C statement as the body of a region.
// expect: 1 2 3 4 5 45 7 8
#include <stdio.h>

int main(void)
{
	int v[9] = {0}, n = 0;

#pragma omp parallel
	;
#pragma omp parallel num_threads(1)
	v[1]++;
#pragma omp parallel num_threads(1)
	if (n) v[2] = -1; else v[2] = 2;
#pragma omp parallel num_threads(1)
	while (v[3] < 3) v[3]++;
#pragma omp parallel num_threads(1)
	do v[4]++; while (v[4] < 4);
#pragma omp parallel num_threads(1)
	switch (n) { case 0: v[5] = 5; }
#pragma omp parallel num_threads(1)
	for (int i = 0; i < 10; i++) v[6] += i;
#pragma omp parallel num_threads(1)
	label: if (++v[7] < 7) goto label;
#pragma omp parallel num_threads(1)
	{}
#pragma omp parallel num_threads(1)
	__asm__("");
#pragma omp critical
	for (;;) {
		if (++v[8] == 8)
			break;
	}
	printf("%d %d %d %d %d %d %d %d\n", v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
	return 0;
}
