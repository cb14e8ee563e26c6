// mutexinoutset tasks exclude each other, inoutset tasks do not wait for each other; both stand between writers and readers.
// expect: exclusive 5050 wrong 0, set 20 wrong 0, together 1
// threads: 2 7
// reference: none because gcc 12 does not know inoutset
#include <omp.h>
#include <stdio.h>

static void spin(int n)
{
	for (volatile int i = 0; i < n % 5 * 200; i++)
		;
}

int main(void)
{
	int sum = 0, wrong = 0, set = 0, set_wrong = 0, waiting = 0, together = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task depend(out : sum) shared(sum)
		{
			spin(4);
			sum = 0;
		}
		for (int i = 1; i <= 100; i++) {
			#pragma omp task depend(mutexinoutset : sum) shared(sum)
			{
				int old = sum;
				spin(i);
				sum = old + i;
			}
		}
		#pragma omp task depend(in : sum) shared(sum, wrong)
		wrong += sum != 5050;

		for (int round = 0; round < 2; round++) {
			#pragma omp task depend(inout : set) shared(set, set_wrong)
			set_wrong += set != 10 * round;
			for (int i = 0; i < 10; i++) {
				#pragma omp task depend(inoutset : set) shared(set)
				{
					spin(i);
					#pragma omp atomic
					set++;
				}
			}
		}
		#pragma omp task depend(in : set) shared(set, set_wrong)
		set_wrong += set != 20;

		/* Two of a set can run at once: each waits until the other has begun. */
		for (int i = 0; i < 2; i++) {
			#pragma omp task depend(inoutset : waiting) shared(waiting, together)
			{
				int begun;
				double limit = omp_get_wtime() + 20;
				#pragma omp atomic
				waiting++;
				do {
					#pragma omp atomic read
					begun = waiting;
				} while (begun < 2 && omp_get_wtime() < limit);
				if (begun == 2 && i == 0)
					together = 1;
			}
		}
	}
	printf("exclusive %d wrong %d, set %d wrong %d, together %d\n", sum, wrong, set, set_wrong, together);
	return 0;
}
