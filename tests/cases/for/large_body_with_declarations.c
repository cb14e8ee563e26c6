// for: the loop body may be one statement, an empty statement, another loop, or a block with its own declarations.
// expect: 45 10 200 330
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0;
	#pragma omp parallel num_threads(3) reduction(+: a, b, c, d)
	{
		#pragma omp for
		for (int i = 0; i < 10; i++)
			a += i;
		#pragma omp for
		for (int i = 0; i < 10; i++)
			;
		#pragma omp for
		for (int i = 0; i < 10; i++)
			for (int j = 0; j < 20; j++)
				c++;
		#pragma omp for
		for (int i = 0; i < 10; i++) {
			struct local {
				int v[3];
			} l = {{i, 2 * i, 3}};
			static const int extra[2] = {13, 2};
			int n = omp_get_num_threads();
			d += l.v[0] + l.v[1] + l.v[2] * extra[1] + extra[0] * (n == 3) + 1 - 0 * i;
			if (i == 9)
				d -= 5;
		}
		#pragma omp for
		for (int i = 0; i < 10; i++) b++;
	}
	printf("%d %d %d %d\n", a, b, c, d);
	return 0;
}
