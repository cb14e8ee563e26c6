// BEGIN and END macros that hold the braces of regions and of the blocks inside them.
// expect: 4950 10
#include <stdio.h>

#define BEGIN {
#define END }
#define THEN BEGIN
#define DO_BEGIN(cond) if (cond) {
#define DO_END }

int main(void)
BEGIN
	long sum = 0;
	int ones = 0;

#pragma omp parallel reduction(+ : sum)
	BEGIN
#pragma omp for
		for (int i = 0; i < 100; i++)
		BEGIN
			sum += i;
		END
	END

#pragma omp parallel
	DO_BEGIN(1)
#pragma omp single
	THEN
		for (int i = 0; i < 10; i++) BEGIN
			ones++;
		END
	END
	DO_END
	printf("%ld %d\n", sum, ones);
	return 0;
END
