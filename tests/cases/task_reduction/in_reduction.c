// task_reduction and in_reduction: tasks, nested tasks, tasks in called functions and nested groups all take part.
// expect: sum 4950 nested 300 max 9 outer 55 inner 10
#include <stdio.h>

static int total;

static void add(int value)
{
	#pragma omp task in_reduction(+ : total)
	total += value;
}

int main(void)
{
	int nested = 0, outer = 0, inner = 0;
	double max = -1;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskgroup task_reduction(+ : total, nested) task_reduction(max : max)
		{
			for (int i = 0; i < 100; i++) {
				add(i);
				#pragma omp task in_reduction(+ : nested) in_reduction(max : max)
				{
					nested++;
					if (i % 10 > max)
						max = i % 10;
					#pragma omp task in_reduction(+ : nested)
					nested += 2;
				}
			}
		}
		#pragma omp taskgroup task_reduction(+ : outer)
		{
			#pragma omp task in_reduction(+ : outer)
			{
				outer += 5;
				#pragma omp taskgroup task_reduction(+ : outer)
				{
					for (int i = 0; i < 10; i++) {
						#pragma omp task in_reduction(+ : outer)
						outer += 5;
					}
				}
			}
			#pragma omp taskloop in_reduction(+ : outer) shared(inner)
			for (int i = 0; i < 10; i++) {
				outer += 0;
				#pragma omp atomic
				inner++;
			}
		}
	}
	printf("sum %d nested %d max %g outer %d inner %d\n", total, nested, max, outer, inner);
	return 0;
}
