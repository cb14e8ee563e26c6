// collapse: the loops of a nest may have different index types, directions and steps.
// expect: visits 60 sum 5430
// expect: pointers 12
// expect: wide 9 1
#include <stdio.h>

int main(void)
{
	int visits = 0, n = 0, a[3][4] = {{0}}, wide = 0, last = 0;
	long sum = 0;
	#pragma omp parallel for collapse(3) reduction(+: visits, sum)
	for (unsigned char i = 10; i > 0; i -= 3)
		for (long long j = -7; j <= 7; j += 3)
			for (short k = 30; k != 33; k++) {
				visits++;
				sum += i + (long)j + 2 * k + 24;
			}
	printf("visits %d sum %ld\n", visits, sum);
	#pragma omp parallel for collapse(2)
	for (int(*row)[4] = a; row < a + 3; row++)
		for (int j = 0; j < 4; j++)
			(*row)[j] += 1;
	for (int i = 0; i < 12; i++)
		n += a[i / 4][i % 4];
	printf("pointers %d\n", n);
	#pragma omp parallel for collapse(2) reduction(+: wide, last)
	for (unsigned i = 0; i < 3000000000u; i += 1000000000u)
		for (long long j = 0; j < 3000000000ll; j += 1000000000ll) {
			wide++;
			last += i == 2000000000u && j == 2000000000ll;
		}
	printf("wide %d %d\n", wide, last);
	return 0;
}
