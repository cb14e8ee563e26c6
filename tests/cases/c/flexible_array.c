// Structs with a flexible array member behind captured pointers.
// expect: 4950 100
#include <stdio.h>
#include <stdlib.h>

struct list {
	int n;
	int items[];
};

int main(void)
{
	struct list *list = malloc(sizeof *list + 100 * sizeof list->items[0]);
	long sum = 0;

	if (!list)
		return 1;
	list->n = 0;
#pragma omp parallel for
	for (int i = 0; i < 100; i++) {
		list->items[i] = i;
#pragma omp atomic
		list->n++;
	}
#pragma omp parallel for firstprivate(list) reduction(+ : sum)
	for (int i = 0; i < list->n; i++)
		sum += list->items[i];
	printf("%ld %d\n", sum, list->n);
	free(list);
	return 0;
}
