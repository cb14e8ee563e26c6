// Variables named like a struct tag, a type's member, a label, a typedef and a function of the file; a typedef that a variable shadows.
// expect: 4950 3 4 5 6
#include <stdio.h>

struct node {
	int node;
};
typedef int number;
enum node_kind { kind = 5 };

static int helper(void)
{
	return 6;
}

static int shadow(void)
{
	int helper = 3, out = 0;
#pragma omp parallel firstprivate(helper) shared(out)
	{
		number number = helper;
#pragma omp single
		out = number;
	}
	return out;
}

int main(void)
{
	struct node node = {1};
	number total = 0;
	int four = 0, five = 0, six = 0;

#pragma omp parallel for firstprivate(node) reduction(+ : total)
	for (int i = 0; i < 100; i++) {
		struct node other = node;
		total += i * other.node;
		goto node;
	node:;
	}
	{
		int number = 4, node = 0;
#pragma omp parallel shared(number)
		{
			struct node n = {node};
#pragma omp single
			{
				n.node += number;
				four = n.node;
				five = kind;
				six = helper();
			}
		}
	}
	printf("%d %d %d %d %d\n", total, shadow(), four, five, six);
	return 0;
}
