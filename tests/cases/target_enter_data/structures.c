// target enter data and exit data: structures with pointers, attached on the device; a list built node by node; delete, release, reference counts.
// expect: vector 2 4 6 n 3 kept 1 list 60 60 rows 108 counts 1 9 deep 55
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include "../shares.h"

struct vector {
	char tag;
	int n;
	double *data;
};

struct node {
	int value;
	struct node *next;
};

struct inner {
	int *values;
	int count;
};
struct outer {
	double unused;
	struct inner *inner;
};

static struct vector *vector_new(int n)
{
	struct vector *v = malloc(sizeof *v);
	*v = (struct vector){'v', n, malloc(n * sizeof *v->data)};
	for (int i = 0; i < n; i++)
		v->data[i] = i + 1;
	#pragma omp target enter data map(to : v[0:1], v->data[0:n])
	return v;
}

static void vector_free(struct vector *v)
{
	#pragma omp target exit data map(from : v->data[0 : v->n]) map(delete : v[0:1])
	free(v->data);
	free(v);
}

static void vector_double(struct vector *v)
{
	#pragma omp target map(alloc : v[0:1])
	for (int i = 0; i < v->n; i++)
		v->data[i] *= 2;
}

int main(void)
{
	struct vector *v = vector_new(3), copy;
	double *data = v->data;
	vector_double(v);
	#pragma omp target update from(v->data[0:3])
	copy = *v;
	double got[3] = {v->data[0], v->data[1], v->data[2]};
	int kept = v->data == data;
	vector_free(v);

	struct node nodes[3] = {{10, NULL}, {20, NULL}, {30, NULL}}, *head = NULL;
	int sum = 0, again = 0;
	for (int i = 0; i < 3; i++) {
		nodes[i].next = head;
		head = &nodes[i];
		if (head->next) {
			#pragma omp target enter data map(to : head[0:1]) map(alloc : head->next[0:1])
		} else {
			#pragma omp target enter data map(to : head[0:1])
		}
	}
	for (struct node *p = head; p; p = p->next)
		again += p->value;
	#pragma omp target map(tofrom : sum)
	for (struct node *p = head; p; p = p->next)
		sum += p->value;
	for (int i = 0; i < 3; i++) {
		struct node *p = &nodes[i];
		#pragma omp target exit data map(delete : p[0:1])
	}

	int *rows[3], rowsum = 0;
	for (int i = 0; i < 3; i++) {
		rows[i] = malloc(2 * sizeof *rows[i]);
		rows[i][0] = i == 0;
		rows[i][1] = 10;
	}
	#pragma omp target enter data map(to : rows)
	for (int i = 0; i < 3; i++) {
		#pragma omp target enter data map(to : rows[i][0:2])
	}
	#pragma omp target map(tofrom : rowsum)
	for (int i = 0; i < 3; i++)
		rowsum += 10 * rows[i][0] + rows[i][1] * (i < 1 ? 1 : 5) - i * 5 + i;
	for (int i = 0; i < 3; i++) {
		#pragma omp target exit data map(release : rows[i][0:2])
		free(rows[i]);
	}
	#pragma omp target exit data map(release : rows)

	int counted = 1, copied;
	#pragma omp target enter data map(to : counted)
	#pragma omp target enter data map(to : counted)
	#pragma omp target map(tofrom : counted)
	counted = 9;
	copied = shares() ? 1 : counted;
	#pragma omp target exit data map(from : counted)
	copied = shares() ? copied : counted;
	#pragma omp target exit data map(from : counted)

	struct inner inner = {malloc(10 * sizeof(int)), 10};
	struct outer outer = {1, &inner};
	int deep = 0;
	for (int i = 0; i < 10; i++)
		inner.values[i] = i + 1;
	#pragma omp target map(tofrom : deep) map(to : outer.inner, outer.inner[0:1]) map(to : outer.inner->values[0:10])
	for (int i = 0; i < outer.inner->count; i++)
		deep += outer.inner->values[i];
	printf("vector %.0f %.0f %.0f n %d kept %d list %d %d rows %d counts %d %d deep %d\n", got[0], got[1], got[2], copy.n, kept, again, sum,
	       rowsum, copied, counted, deep);
	free(inner.values);
	return 0;
}
