// collapse: both bounds of the inner loop depend on the outer index, with negative values of the inner index.
// reference: clang-19 because gcc 12 gives wrong inner indices
// expect: 50 1
#include <stdio.h>

int main(void)
{
	int n = 0, check = 0, want = 0;
	#pragma omp parallel for collapse(2) reduction(+: n, check)
	for (int i = 0; i < 10; i++)
		for (int j = i - 2; j < i + 3; j++)
			n++, check += i * 100 + j;
	for (int i = 0; i < 10; i++)
		for (int j = i - 2; j < i + 3; j++)
			want += i * 100 + j;
	printf("%d %d\n", n, check == want);
	return 0;
}
