// Parameters of every kind that a region modifies: scalars, arrays that are pointers, const ones, pointers to pointers, structs.
// expect: 9 7 10 4950 3 44
#include <stdio.h>

struct big {
	int v[20];
	char c;
};

static int change(int n, int v[], char c, int **pp, struct big b, const struct big *q, int (*f)(int), float x)
{
	int first = 0;
#pragma omp parallel
	{
#pragma omp single
		{
			n += 4;
			v += 1;
			v[0] = 7;
			c = (char)(c + n);
			**pp = c;
			*pp = v;
			b.v[19] += q->v[0];
			x *= 2;
			first = f(b.v[19]);
		}
	}
	(*pp)[1] = first;
	return n + (int)x - 2;
}

static long sum_array(const int v[const], int n)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum) firstprivate(n)
	for (int i = 0; i < n; i++)
		sum += v[i];
	return sum;
}

static int negative(int x)
{
	return x < 0 ? -x : x;
}

int main(void)
{
	int v[4] = {0}, ten = 0, *p = &ten, many[100];
	struct big b = {.v = {[19] = 41}}, q = {.v = {3}};

	for (int i = 0; i < 100; i++)
		many[i] = i;
	int nine = change(5, v, 1, &p, b, &q, negative, 1.0f);
	printf("%d %d %d %ld %d %d\n", nine, v[1], ten, sum_array(many, 100), q.v[0], p[1]);
	return 0;
}
