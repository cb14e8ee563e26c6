// A region as the body, without braces, of if, else, for, while, do, switch, case, default and labels.
// expect: 1 2 30 3 4 5 6 7 8
#include <stdio.h>

static void f(int n, int *v)
{
	int i;

	if (n == 1)
#pragma omp parallel
#pragma omp single
		v[0] = 1;
	else
#pragma omp parallel
#pragma omp single
		v[0] = -1;
	if (n != 1)
		v[1] = -1;
	else
#pragma omp parallel
#pragma omp master
		v[1] = 2;
	for (i = 0; i < 3; i++)
#pragma omp parallel for
		for (int j = 0; j < 10; j++)
#pragma omp atomic
			v[2]++;
	while (v[3] < 3)
#pragma omp parallel
#pragma omp single
		v[3]++;
	do
#pragma omp parallel
#pragma omp single
		v[4] += 2;
	while (v[4] < 4);
	switch (n) {
	case 0:
#pragma omp critical
		v[5] = -1;
		break;
	case 1:
#pragma omp parallel
#pragma omp single
		v[5] = 5;
		goto label;
	default:
#pragma omp parallel
		v[5] = -2;
	}
label:
#pragma omp parallel
#pragma omp single
	v[6] = 6;
	switch (n)
	case 1:
#pragma omp parallel
#pragma omp single
		v[7] = 7;
	for (;;)
	inner:
		if (v[8] < 8)
#pragma omp critical
		{
			v[8] += 4;
		}
		else
			break;
	if (v[8] < 0)
		goto inner;
}

int main(void)
{
	int v[9] = {0};

	f(1, v);
	printf("%d %d %d %d %d %d %d %d %d\n", v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
	return 0;
}
