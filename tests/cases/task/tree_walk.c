// task: a binary tree is walked with a task per node; parents wait for their children with taskwait.
// expect: nodes 255 depth 8 wrong 0
#include <stdio.h>
#include <stdlib.h>

struct node {
	struct node *left, *right;
	int size, depth;
};

static struct node *grow(int depth)
{
	struct node *n = calloc(1, sizeof *n);
	if (!n)
		exit(1);
	if (depth > 1) {
		n->left = grow(depth - 1);
		n->right = grow(depth - 1);
	}
	return n;
}

static void measure(struct node *n)
{
	if (n->left)
		#pragma omp task
		measure(n->left);
	if (n->right) {
		#pragma omp task
		measure(n->right);
	}
	#pragma omp taskwait
	n->size = 1 + (n->left ? n->left->size : 0) + (n->right ? n->right->size : 0);
	n->depth = 1 + (n->left ? n->left->depth : 0);
}

static int release(struct node *n)
{
	int wrong = 0;
	if (!n)
		return 0;
	wrong = n->size != (1 << n->depth) - 1;
	wrong += release(n->left) + release(n->right);
	free(n);
	return wrong;
}

int main(void)
{
	struct node *root = grow(8);
	int size, depth;
	#pragma omp parallel num_threads(4)
	#pragma omp single nowait
	measure(root);
	size = root->size;
	depth = root->depth;
	printf("nodes %d depth %d wrong %d\n", size, depth, release(root));
	return 0;
}
