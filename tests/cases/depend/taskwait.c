// taskwait depend waits for what it names alone; with nowait it is a task like any other; omp_all_memory names everything.
// expect: waited 50 all 12 34 nowait 2 done
// reference: none because gcc 12 does not know nowait here
#include <omp.h>
#include <stdio.h>

static void spin(int n)
{
	for (volatile int i = 0; i < n * 1000; i++)
		;
}

int main(void)
{
	int x = 0, y = 0, wrong = 0, waited = 0, a = 0, b = 0, all = 0, go = 0;
	#pragma omp parallel
	#pragma omp single
	{
		if (omp_get_num_threads() > 2) {
			/* A task that ends only after the taskwait: it must not wait for it. */
			#pragma omp task depend(out : y) shared(go, y)
			{
				int gone;
				double limit = omp_get_wtime() + 20;
				do {
					#pragma omp atomic read
					gone = go;
				} while (!gone && omp_get_wtime() < limit);
				y = gone;
			}
		}
		for (int i = 0; i < 50; i++) {
			#pragma omp task depend(inout : x) shared(x)
			{
				spin(i % 4);
				x++;
			}
		}
		#pragma omp taskwait depend(in : x)
		waited = x;
		#pragma omp atomic write
		go = 1;
		#pragma omp taskwait
		wrong += omp_get_num_threads() > 2 && y != 1;

		#pragma omp task depend(out : a) shared(a)
		{
			spin(5);
			a = 12;
		}
		#pragma omp task depend(out : b) shared(b)
		{
			spin(9);
			b = 34;
		}
		#pragma omp task depend(inout : omp_all_memory) shared(a, b, all)
		{
			spin(5);
			all = 100 * a + b;
		}
		#pragma omp task depend(in : a) shared(all, wrong)
		wrong += all != 1234;
		#pragma omp taskwait nowait depend(in : a) depend(out : b)
		#pragma omp task depend(inout : b) shared(a, b)
		b = a == 12 ? 2 : 3;
	}
	printf("waited %d all %d %d nowait %d %s\n", waited, all / 100, all % 100, b, wrong ? "wrong" : "done");
	return 0;
}
