/* Waits for a task and for the tasks that it makes. */
struct node {
	struct node *left, *right;
	double value;
};

void visit(struct node *node)
{
	if (!node)
		return;
	#pragma omp task
	visit(node->left);
	#pragma omp task
	visit(node->right);
	node->value *= 2;
}

void visit_all(struct node *root)
{
	#pragma omp parallel
	#pragma omp masked
	{
		#pragma omp taskgroup
		visit(root);
		root->value = 0;
	}
}
