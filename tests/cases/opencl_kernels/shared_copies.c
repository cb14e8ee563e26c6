// firstprivate of `target teams distribute` is one copy for each team, not one for all; what threads would share stays shared.
// expect: 100
// expect: 10 10
#include <stdio.h>

int main(void)
{
	int p = 0, d[100], total = 0;
	/* with one copy for all teams they would count each other's iterations */
	#pragma omp target teams distribute firstprivate(p) map(from: d) num_teams(4)
	for (int x = 0; x < 100; ++x) {
		for (int i = 0; i <= x; i++)
			p++;
		d[x] = p;
		p = 0;
	}
	for (int x = 0; x < 100; x++)
		total += d[x] == x + 1;
	printf("%d\n", total);

	/* a private copy of the region that all its threads count in */
	int n = 0, seen = 0, most = 0;
	#pragma omp target firstprivate(n) map(from: seen, most)
	{
		#pragma omp parallel for
		for (int i = 0; i < 10; i++) {
			#pragma omp atomic
			n++;
		}
		seen = n;
		most = 0;
		#pragma omp parallel for reduction(max: most)
		for (int i = 0; i < 10; i++)
			if (i + 1 > most)
				most = i + 1;
	}
	printf("%d %d\n", seen, most);
	return 0;
}
