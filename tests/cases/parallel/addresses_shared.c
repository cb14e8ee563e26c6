// parallel: a shared variable has the same address in every thread, a private one another in each.
// expect: shared 1
// expect: private 4
#include <stdio.h>

int main(void)
{
	int x = 0, mine = 0;
	int *seen[4];
	int *own[4];
	int next = 0, same = 1, distinct = 0;

	#pragma omp parallel num_threads(4) private(mine)
	{
		int slot;
		#pragma omp atomic capture
		slot = next++;
		seen[slot] = &x;
		own[slot] = &mine;
		mine = slot;
		#pragma omp barrier
		#pragma omp critical
		distinct += own[mine] == &mine;
	}
	for (int i = 0; i < 4; i++)
		same &= seen[i] == &x;
	printf("shared %d\n", same);
	printf("private %d\n", distinct);
	return mine;
}
