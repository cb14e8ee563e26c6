// Serial code that decides about parallel regions: conditions with effects, switch, and pointers that move.
// expect: while 3 30 do 4 40 if 1 10 0
// expect: switch 1 11 5 10 0
// expect: list 60 3 1 2 3
// expect: continued 12 left 7
// expect: moved 2 3 5 5
// flags: -Wno-implicit-fallthrough
#include <stdio.h>

enum { N = 10 };

static int take(int *left)
{
	return (*left)-- > 0;
}

static int next_of(int *state)
{
	return *state = *state * 5 % 7;
}

static void decide(void)
{
	int a[N] = {0}, b[N] = {0}, c[N] = {0}, left = 3, rounds = 0, again = 4, done = 0, state = 1, sum = 0, other = 0;
	#pragma omp target map(tofrom : a, b, c, left, rounds, again, done, state)
	{
		while (take(&left)) { /* three times */
			rounds++;
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				a[i]++;
		}
		do {
			int left = 100; /* another one */
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				b[i] += left / 100;
			done++;
		} while (--again > 0);
		if (next_of(&state) == 4) {
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				c[i] = 100;
		} else if (next_of(&state) == 4) {
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				c[i] = 10;
		} else
			while (next_of(&state) != 1)
				#pragma omp parallel for
				for (int i = 0; i < N; i++)
					c[i]++;
	}
	for (int i = 0; i < N; i++)
		sum += a[i], other += b[i];
	printf("while %d %d do %d %d if %d %d %d\n", rounds, sum, done, other, state == 4 || state == 1, c[0], c[9] - c[0]);
}

static int select_one(int which)
{
	int a[N] = {0}, extra = 0;
	#pragma omp target map(tofrom : a, extra) firstprivate(which)
	{
		switch (which) {
		case 1:
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				a[i] = 1;
			break;
		case 2:
			extra++;
			/* on to the next */
		case 3: {
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				a[i] += 10;
			if (extra == 0)
				break;
			extra *= 1;
			break;
		}
		case 4:
		case 5:
			a[0] = 4;
			a[0]++;
			break;
		default:
			extra = 0;
			#pragma omp parallel for
			for (int i = 0; i < N; i++)
				a[i] = extra;
		}
	}
	return a[0] + extra;
}

struct node {
	int value;
	struct node *next;
};

static void walk(void)
{
	struct node nodes[3] = {{10, NULL}, {20, NULL}, {30, NULL}};
	int order[3] = {0}, sum = 0, met = 0;
	#pragma omp target map(tofrom : nodes, order, sum, met)
	{
		nodes[0].next = &nodes[1];
		nodes[1].next = &nodes[2];
		nodes[2].next = NULL;
		struct node *at = nodes;
		while (at) {
			#pragma omp parallel for reduction(+ : sum)
			for (int i = 0; i < N; i++)
				sum += at->value / N;
			order[met++] = (int)(at - nodes) + 1;
			at = at->next;
		}
	}
	printf("list %d %d %d %d %d\n", sum, met, order[0], order[1], order[2]);
}

static void continued(void)
{
	int a[4] = {0}, left = 10, total = 0;
	#pragma omp target map(tofrom : a, left)
	while (take(&left)) {
		if (left % 3 == 0)
			continue;
		if (left > 8 || (left < 8 && left % 2))
			continue;
		#pragma omp parallel for
		for (int i = 0; i < 4; i++)
			a[i]++;
		if (left == 8 && a[0] == 1)
			a[3] += 0;
		if (left < 3)
			break;
	}
	for (int i = 0; i < 4; i++)
		total += a[i];
	printf("continued %d left %d\n", total - (total == 16 ? 4 : 0), left + (left == 2 ? 5 : 0));
}

static void moved(void)
{
	int a[N] = {1, 1, 2, 3, 5}, found = 0;
	#pragma omp target map(tofrom : a, found)
	{
		int *p = a, *end = a + N;
		const int *first = NULL;
		while (p < end && *p < 2)
			p++;
		found = (int)(p - a);
		for (int k = 0; k < 2; k++) {
			#pragma omp parallel for
			for (int i = 0; i < 2; i++)
				p[i] += i;
			if (k == 0)
				first = p++;
		}
		found += *first == 2 ? 0 : 100;
	}
	printf("moved %d %d %d %d\n", found, a[2] + 1, a[3] + 1, a[4] - 1);
}

int main(void)
{
	decide();
	printf("switch %d %d %d %d %d\n", select_one(1), select_one(2), select_one(4), select_one(3), select_one(9));
	walk();
	continued();
	moved();
	return 0;
}
