// task: one thread follows a list and creates a task per element; the pointer is firstprivate.
// expect: wrong 0
#include <stdio.h>

struct item {
	int value;
	struct item *next;
};

int main(void)
{
	struct item items[100];
	int wrong = 0;
	for (int i = 0; i < 100; i++) {
		items[i].value = i;
		items[i].next = i < 99 ? &items[i + 1] : NULL;
	}
	#pragma omp parallel num_threads(4)
	{
		#pragma omp single
		{
			struct item *p = items;
			while (p) {
				#pragma omp task firstprivate(p)
				p->value *= 3;
				p = p->next;
			}
		}
	}
	for (int i = 0; i < 100; i++)
		wrong += items[i].value != 3 * i;
	printf("wrong %d\n", wrong);
	return 0;
}
