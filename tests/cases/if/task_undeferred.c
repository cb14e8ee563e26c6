// if: a task whose if clause is false runs at once in the encountering thread, before the next statement.
// expect: same 1 done 1 2 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, same = 1, a = 0, b = 0, c = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		int me = omp_get_thread_num();
		same &= omp_get_num_threads() == 3;
		#pragma omp task if(0) shared(x, same)
		{
			x++;
			same &= omp_get_thread_num() == me;
		}
		a = x;
		#pragma omp task if(task: x > 10) shared(x, same)
		{
			x++;
			same &= omp_get_thread_num() == me;
		}
		b = x;
		#pragma omp task if(x < 0) shared(x)
		x++;
		c = x;
	}
	printf("same %d done %d %d %d\n", same, a, b, c);
	return 0;
}
