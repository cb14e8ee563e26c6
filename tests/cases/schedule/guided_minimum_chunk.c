// schedule(guided, c): every iteration once, and no thread change inside the last possible chunk boundaries smaller than c.
// expect: wrong 0 short 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, too_short = 0, by[500], seen[500] = {0}, run = 1;
	#pragma omp parallel for num_threads(4) schedule(guided, 8)
	for (int i = 0; i < 500; i++) {
		by[i] = omp_get_thread_num();
		seen[i] += omp_get_num_threads() == 4;
	}
	for (int i = 0; i < 500; i++)
		wrong += seen[i] != 1;
	for (int i = 1; i < 500; i++) {
		if (by[i] == by[i - 1])
			run++;
		else {
			too_short += run < 8;
			run = 1;
		}
	}
	printf("wrong %d short %d\n", wrong, too_short);
	return 0;
}
