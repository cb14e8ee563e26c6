// Local types without a name, written without blanks around the braces.
// expect: 16
#include <stdio.h>

int main(void)
{
	union{int i; float f;}u = {3};
	struct{int x; struct{int y;}z;}s = {1, {2}};
	enum{A, B}e = B;
	int sum = 0;
	#pragma omp parallel num_threads(1) shared(u, s, e) reduction(+: sum)
	{
		u.i = 9;
		s.z.y = 5;
		sum += u.i + s.x + s.z.y + (int)e;
		e = A;
	}
	printf("%d\n", sum + (int)e);
	return 0;
}
