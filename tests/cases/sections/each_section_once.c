// sections: every section runs exactly once, with more sections than threads and with fewer.
// expect: more 1 1 1 1 1 1 1 fewer 1 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a[7] = {0}, b[2] = {0}, team = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections
		{
			#pragma omp section
			a[0]++;
			#pragma omp section
			{
				a[1]++;
			}
			#pragma omp section
			for (int i = 0; i < 3; i++)
				a[2] += i == 1;
			#pragma omp section
			a[3]++;
			#pragma omp section
			if (a[4] == 0)
				a[4] = 1;
			#pragma omp section
			a[5]++;
			#pragma omp section
			{ a[6]++; }
		}
	}
	#pragma omp parallel num_threads(6)
	{
		#pragma omp atomic
		team++;
		#pragma omp sections
		{
			#pragma omp section
			b[0]++;
			#pragma omp section
			b[1]++;
		}
	}
	printf("more %d %d %d %d %d %d %d fewer %d %d\n", a[0], a[1], a[2], a[3], a[4], a[5], a[6], b[0], b[1] + team - 6);
	return 0;
}
