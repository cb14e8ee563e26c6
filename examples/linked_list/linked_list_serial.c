/*
 * linked_list_serial.c - the program before linked_list.c: one thread.
 *
 *     linked_list_serial [nodes]
 */
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

	for (struct node *node = head; node; node = node->next) {
		process(node);
	}

	while (head) {
		struct node *next = head->next;

		total += head->result;
		free(head);
		head = next;
	}
	printf("total = %ld\n", total);
	return EXIT_SUCCESS;
}
