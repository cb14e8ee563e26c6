// critical: hints are accepted, as names, combinations and integer constant expressions, and exclusion still holds.
// expect: 1200 team 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, team = 0;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp atomic
		team++;
		for (int i = 0; i < 100; i++) {
			#pragma omp critical(a) hint(omp_sync_hint_contended)
			x++;
			#pragma omp critical(a) hint(omp_sync_hint_contended)
			x++;
			#pragma omp critical(a) hint(0x2)
			{
				x++;
			}
			#pragma omp critical(b) hint(omp_sync_hint_uncontended | omp_sync_hint_nonspeculative)
			;
		}
	}
	printf("%d team %d\n", x, team);
	return 0;
}
