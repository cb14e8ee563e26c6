// fuse: loops of unequal lengths, a part of a sequence, continue in a body, sequences in braces, below worksharing.
// reference: none because no other compiler here knows fuse
// expect: equal: a0 b0 a1 b1 a2 b2
// expect: unequal: a0 b5 c9 a1 b6 c7 b7 c5 b8
// expect: second and third: a0 a1 b0 c0 b1 c1 d0 d1
// expect: continue: a0 b0 b1 a2 b2 a3
// expect: sequences in it: a2 b0 a1 b1 a0 b2 b3
// expect: one variable: a0 b0 a1 b1
// expect: shared out: 1 1 1 1 1 2 2 2
// expect: fused loop reversed: a2 b2 a1 b1 a0 b0
#include <stdio.h>

#define SKIP(i) if (i == 1) continue

int main(void)
{
	int n = 3, j, count[8] = {0}, more[8] = {0};

	printf("equal:");
	#pragma omp fuse
	{
		for (int i = 0; i < n; i++)
			printf(" a%d", i);
		/* the second loop */
		for (int j = 0; j < n; j++) {
			printf(" b%d", j);
		}
	}

	printf("\nunequal:");
	#pragma omp fuse
	{
		for (int i = 0; i < n - 1; i++)
			printf(" a%d", i);
		for (unsigned i = 5; i <= 8; i++)
			printf(" b%u", i);
		for (long i = 9; i > n; i -= 2)
			printf(" c%ld", i);
	}

	printf("\nsecond and third:");
	#pragma omp fuse looprange(2, 2)
	{
		for (int i = 0; i < 2; i++)
			printf(" a%d", i);
		for (int i = 0; i < 2; i++)
			printf(" b%d", i);
		for (int i = 0; i < 2; i++)
			printf(" c%d", i);
		for (int i = 0; i < 2; i++)
			printf(" d%d", i);
	}

	printf("\ncontinue:");
	#pragma omp fuse
	{
		for (int i = 0; i < 4; i++) {
			SKIP(i);
			printf(" a%d", i);
		}
		for (int i = 0; i < 3; i++)
			printf(" b%d", i);
	}

	printf("\nsequences in it:");
	#pragma omp fuse
	{
		#pragma omp reverse
		for (int i = 0; i < n; i++)
			printf(" a%d", i);
		{
			for (int i = 0; i < n + 1; i++)
				printf(" b%d", i);
		}
	}

	printf("\none variable:");
	#pragma omp fuse
	{
		for (j = 0; j < 2; j++)
			printf(" a%d", j);
		for (j = 0; j < 2; j++)
			printf(" b%d", j);
	}

	#pragma omp parallel for
	#pragma omp fuse
	{
		for (j = 0; j < 8; j++)
			count[j]++;
		for (int k = n + 2; k < 8; k++)
			more[k]++;
	}
	printf("\nshared out:");
	for (int i = 0; i < 8; i++)
		printf(" %d", count[i] + more[i]);

	printf("\nfused loop reversed:");
	#pragma omp fuse apply(reverse)
	{
		for (int i = 0; i < n; i++)
			printf(" a%d", i);
		for (int j = 0; j < n; j++)
			printf(" b%d", j);
	}
	printf("\n");
	return 0;
}
