// critical: unsynchronised updates inside an unnamed critical are not lost, in two places of the program.
// expect: x 800 inside 1 team 4
#include <stdio.h>

static long x;

static void down(void)
{
	#pragma omp critical
	x -= 1;
}

int main(void)
{
	int inside = 0, most = 0, team = 0;
	#pragma omp parallel num_threads(4) reduction(+: team)
	{
		team++;
		for (int i = 0; i < 200; i++) {
			#pragma omp critical
			{
				inside++;
				if (inside > most)
					most = inside;
				x += 2;
				inside--;
			}
			down();
		}
	}
	printf("x %ld inside %d team %d\n", x, most, team);
	return 0;
}
