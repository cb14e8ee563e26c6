// A self-referential local struct and two that refer to each other, walked in a region.
// expect: 4950 4950
#include <stdio.h>

int main(void)
{
	struct node {
		struct node *next;
		int value;
	} nodes[100], *head = nodes;
	struct odd;
	struct even {
		struct odd *other;
		int v;
	} e[50];
	struct odd {
		struct even *other;
		int v;
	} o[50];
	long sum = 0, both = 0;

	for (int i = 0; i < 100; i++)
		nodes[i] = (struct node){i < 99 ? &nodes[i + 1] : NULL, i};
#pragma omp parallel
#pragma omp single
	for (struct node *n = head; n; n = n->next) {
#pragma omp task firstprivate(n)
		{
#pragma omp atomic
			sum += n->value;
		}
	}
#pragma omp parallel for reduction(+ : both)
	for (int i = 0; i < 50; i++) {
		e[i].other = &o[i];
		o[i].other = &e[i];
		e[i].v = 2 * i;
		o[i].v = 2 * i + 1;
		both += o[i].other->v + e[i].other->v;
	}
	printf("%ld %ld\n", sum, both);
	return 0;
}
