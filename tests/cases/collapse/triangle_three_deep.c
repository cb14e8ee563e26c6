// collapse(3): only the two inner loops depend on each other, or the innermost depends on the outermost.
// expect: inner 60 1
// expect: outer 80 1
#include <stdio.h>

int main(void)
{
	int n = 0, check = 0, want = 0;
	#pragma omp parallel for collapse(3) reduction(+: n, check)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 6; j++)
			for (int k = 0; k < j; k++)
				n++, check += i * 100 + j * 10 + k;
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 6; j++)
			for (int k = 0; k < j; k++)
				want += i * 100 + j * 10 + k;
	printf("inner %d %d\n", n, check == want);
	n = check = want = 0;
	#pragma omp parallel for collapse(3) reduction(+: n, check)
	for (int i = 0; i < 5; i++)
		for (int j = 0; j < 8; j++)
			for (int k = 0; k < i; k++)
				n++, check += i * 100 + j * 10 + k;
	for (int i = 0; i < 5; i++)
		for (int j = 0; j < 8; j++)
			for (int k = 0; k < i; k++)
				want += i * 100 + j * 10 + k;
	printf("outer %d %d\n", n, check == want);
	return 0;
}
