// atomic: capture of pointers and pointer arithmetic on a shared pointer.
// expect: taken 40 distinct 1 list 40
#include <stdio.h>

struct node {
	struct node *next;
};

int main(void)
{
	static struct node nodes[40];
	static int used[40];
	struct node *next_free = nodes, *head = NULL;
	int distinct = 1, length = 0, taken;
	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 10; i++) {
		struct node *mine, *old;
		#pragma omp atomic capture
		mine = next_free++;
		#pragma omp atomic
		used[mine - nodes]++;
		#pragma omp atomic capture
		{
			old = head;
			head = mine;
		}
		mine->next = old;
	}
	for (int i = 0; i < 40; i++)
		distinct &= used[i] == 1;
	for (struct node *n = head; n; n = n->next)
		length++;
	taken = (int)(next_free - nodes);
	printf("taken %d distinct %d list %d\n", taken, distinct, length);
	return 0;
}
