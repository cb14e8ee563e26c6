// loops: the index may be of every integer type, and each iteration is visited once.
// expect: wrong 0
// expect: types 13
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

static int seen[100], types;

static int check(void)
{
	int wrong = 0;
	for (int i = 0; i < 100; i++) {
		wrong += seen[i] != 1;
		seen[i] = 0;
	}
	types++;
	return wrong;
}

int main(void)
{
	int wrong = 0;
	#pragma omp parallel for
	for (char i = 0; i < 100; i++)
		seen[(int)i]++;
	wrong += check();
	#pragma omp parallel for
	for (signed char i = 99; i >= 0; i--)
		seen[(int)i]++;
	wrong += check();
	#pragma omp parallel for
	for (unsigned char i = 0; i < 100; ++i)
		seen[i]++;
	wrong += check();
	#pragma omp parallel for
	for (short i = 0; i <= 99; i += 1)
		seen[i]++;
	wrong += check();
	#pragma omp parallel for
	for (unsigned short i = 100; i > 0; i--)
		seen[i - 1]++;
	wrong += check();
	#pragma omp parallel for
	for (unsigned i = 100; i > 0; i--)
		seen[i - 1]++;
	wrong += check();
	#pragma omp parallel for
	for (long i = -50; i < 50; i++)
		seen[i + 50]++;
	wrong += check();
	#pragma omp parallel for
	for (unsigned long i = 0; i != 100; i++)
		seen[i]++;
	wrong += check();
	#pragma omp parallel for
	for (long long i = 1LL << 40; i < (1LL << 40) + 100; i++)
		seen[i - (1LL << 40)]++;
	wrong += check();
	#pragma omp parallel for
	for (unsigned long long i = 0; i < 100; i++)
		seen[i]++;
	wrong += check();
	#pragma omp parallel for
	for (size_t i = 100; i >= 1; i -= 1)
		seen[i - 1]++;
	wrong += check();
	#pragma omp parallel for
	for (ptrdiff_t i = 99; i > -1; i = i - 1)
		seen[i]++;
	wrong += check();
	#pragma omp parallel for
	for (int_fast16_t i = 0; i < 100; i = 1 + i)
		seen[i]++;
	wrong += check();
	printf("wrong %d\n", wrong);
	printf("types %d\n", types);
	return 0;
}
