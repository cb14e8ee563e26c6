// declare reduction: a pointer type (linked lists are joined) with an initializer of omp_priv = NULL.
// expect: length 50 sum 1225
#include <stdio.h>

typedef struct node {
	int value;
	struct node *next;
} *list;

static list join(list a, list b)
{
	list *end = &a;
	while (*end)
		end = &(*end)->next;
	*end = b;
	return a;
}

#pragma omp declare reduction(join: list: omp_out = join(omp_out, omp_in)) initializer(omp_priv = NULL)

int main(void)
{
	static struct node nodes[50];
	list all = NULL;
	int length = 0, sum = 0;
	#pragma omp parallel for num_threads(4) reduction(join: all) schedule(dynamic, 3)
	for (int i = 0; i < 50; i++) {
		nodes[i].value = i;
		nodes[i].next = all;
		all = &nodes[i];
	}
	for (list l = all; l; l = l->next) {
		length++;
		sum += l->value;
	}
	printf("length %d sum %d\n", length, sum);
	return 0;
}
