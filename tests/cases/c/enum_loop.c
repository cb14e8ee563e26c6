// Loops whose variable has an enumerated type.
// reference: clang because gcc 12 ends with an internal error
// expect: 6 10 5
#include <stdio.h>

enum day { monday, tuesday, wednesday, thursday, friday, days };

int main(void)
{
	int sum = 0, all = 0;
	enum day d;

#pragma omp parallel for reduction(+ : sum)
	for (enum day e = monday; e <= thursday; e++)
		sum += (int)e;
#pragma omp parallel for reduction(+ : all) schedule(static, 2) lastprivate(d)
	for (d = monday; d < days; d++)
		all += (int)d;
	printf("%d %d %d\n", sum, all, (int)d);
	return 0;
}
