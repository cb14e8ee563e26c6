// task: firstprivate of a VLA copies its elements at the moment of creation and keeps its sizeof.
// reference: gcc because clang-19 rejects variably modified types in firstprivate of a task
// expect: wrong 0 ran 10
#include <stdio.h>

static void run(int n)
{
	int wrong = 0, ran = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		double v[n];
		for (int i = 0; i < 10; i++) {
			for (int k = 0; k < n; k++)
				v[k] = i + k;
			#pragma omp task firstprivate(v, i) shared(wrong, ran)
			{
				int bad = sizeof v != n * sizeof(double);
				for (int k = 0; k < n; k++)
					bad += v[k] != i + k;
				v[0] = -1;
				#pragma omp atomic
				wrong += bad;
				#pragma omp atomic
				ran++;
			}
		}
	}
	printf("wrong %d ran %d\n", wrong, ran);
}

int main(void)
{
	run(33);
	return 0;
}
