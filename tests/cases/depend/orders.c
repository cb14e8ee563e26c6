// depend: chains, readers between writers, locators of every form, undeferred tasks, dependences of tasks in tasks.
// expect: chain 1000 readers ok forms 8 if 3 nested 45 order ok
#include <stdio.h>
#include <stdlib.h>

struct point {
	int x, y[3];
};

static void spin(int n)
{
	for (volatile int i = 0; i < n % 7 * 300; i++)
		;
}

int main(void)
{
	int chain = 0, wrong = 0, forms = 0, undeferred = 0, nested = 0, disorder = 0, n = 2;
	int value = 0, seen[40], a[4][5] = {{0}};
	struct point point = {0, {0, 0, 0}}, *p = &point;
	double *heap = calloc(10, sizeof *heap);
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < 1000; i++) {
			#pragma omp task depend(inout : chain) shared(chain)
			chain = chain == i ? i + 1 : -1;
		}
		for (int round = 0; round < 10; round++) {
			#pragma omp task depend(out : value) shared(value)
			{
				spin(round * 3);
				value = round;
			}
			for (int reader = 0; reader < 4; reader++) {
				#pragma omp task depend(in : value) shared(value, seen)
				{
					spin(reader * 5 + round);
					seen[4 * round + reader] = value;
				}
			}
		}
		#pragma omp task depend(out : a[1][2]) shared(a)
		{
			spin(6);
			a[1][2] = 1;
		}
		#pragma omp task depend(in : a[n - 1][n : 1]) depend(out : p->y[1]) depend(out : heap[3 : n]) shared(a, point, heap)
		{
			spin(5);
			point.y[1] = a[1][2] + 1;
			heap[3] = a[1][2] + 4;
		}
		#pragma omp task depend(in : point.y[1]) depend(in : *(heap + 3)) shared(forms, point, heap)
		forms = point.y[1] + (int)heap[3] + 1;
		#pragma omp task depend(out : undeferred) shared(undeferred)
		{
			spin(6);
			undeferred = 1;
		}
		#pragma omp task if(0) depend(inout : undeferred) shared(undeferred, disorder)
		{
			if (undeferred != 1)
				disorder++;
			undeferred = 2;
		}
		if (undeferred != 2) {
			#pragma omp atomic
			disorder++;
		}
		#pragma omp task final(1) depend(inout : undeferred) shared(undeferred)
		undeferred++;
		#pragma omp task shared(nested)
		{
			for (int i = 0; i < 10; i++) {
				#pragma omp task depend(inout : nested) shared(nested) priority(i)
				{
					spin(i);
					nested += i;
				}
			}
			#pragma omp taskwait
		}
	}
	for (int i = 0; i < 40; i++)
		wrong += seen[i] != i / 4;
	printf("chain %d readers %s forms %d if %d nested %d order %s\n", chain, wrong ? "wrong" : "ok", forms, undeferred, nested, disorder ? "wrong" : "ok");
	free(heap);
	return 0;
}
