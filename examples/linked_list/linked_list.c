/*
 * linked_list.c - a task for each node of a list.
 *
 * A list cannot be cut into equal parts without walking it, so one thread walks it and makes a task for each node; all
 * threads of the team run the tasks.  Each task needs its own copy of the pointer, because the walk goes on while it waits:
 * that is what firstprivate is for.
 *
 *     linked_list [nodes]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
	int number;
	long result;
	struct node *next;
};

/* Some work whose cost differs from node to node. */
static long collatz_steps(long n)
{
	long steps = 0;

	for (; n != 1; steps++)
		n = n % 2 ? 3 * n + 1 : n / 2;
	return steps;
}

static void process(struct node *node)
{
	for (int i = 1; i <= node->number; i++)
		node->result += collatz_steps(i);
}

static struct node *make_list(int length)
{
	struct node *head = NULL;

	for (int i = length; i >= 1; i--) {
		struct node *node = malloc(sizeof *node);

		if (!node) {
			fprintf(stderr, "no memory for a list of %d nodes\n", length);
			exit(EXIT_FAILURE);
		}
		*node = (struct node){.number = 10 * i, .next = head};
		head = node;
	}
	return head;
}

int main(int argc, char **argv)
{
	struct node *head = make_list(argc > 1 ? atoi(argv[1]) : 500);
	long total = 0;

	#pragma omp parallel
	#pragma omp single
	for (struct node *node = head; node; node = node->next) {
		#pragma omp task firstprivate(node)
		process(node);
	} /* all tasks are done when the team leaves the single construct's barrier */

	while (head) {
		struct node *next = head->next;

		total += head->result;
		free(head);
		head = next;
	}
	printf("total = %ld\n", total);
	return EXIT_SUCCESS;
}
