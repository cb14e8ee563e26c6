// Struct copies, arrays of structs, nested members and their addresses, written in regions.
// expect: 4950 9900 50 14850 99 1
#include <stdio.h>
#include <string.h>

struct inner {
	int a[3];
	struct {
		long deep;
	} s;
};
struct outer {
	struct inner in[2], *link;
	char name[8];
};

static void add(long *to, long n)
{
#pragma omp atomic
	*to += n;
}

int main(void)
{
	struct outer many[100], one, copy;
	long total = 0;
	int last = 0;

	memset(many, 0, sizeof many);
	memset(&one, 0, sizeof one);
	memset(&copy, 0, sizeof copy);
#pragma omp parallel for shared(many, one)
	for (int i = 0; i < 100; i++) {
		many[i].in[1].a[2] = i;
		many[i].link = &many[i].in[0];
		many[i].link->s.deep = 2 * i;
		strcpy(many[i].name, i % 2 ? "odd" : "even");
		add(&one.in[0].s.deep, i);
#pragma omp atomic
		one.in[1].a[0] += 2 * i;
#pragma omp atomic
		one.name[0] += many[i].name[0] == 'o';
	}
#pragma omp parallel
	{
		struct outer mine = many[99];
#pragma omp for reduction(+ : total)
		for (int i = 0; i < 100; i++)
			total += many[i].in[1].a[2] + many[i].in[0].s.deep;
#pragma omp single
		{
			copy = mine;
			last = copy.in[1].a[2];
			(&copy)->link = &copy.in[0];
		}
	}
	printf("%ld %d %d %ld %d %d\n", one.in[0].s.deep, one.in[1].a[0], one.name[0], total, last,
	       copy.link == &copy.in[0]);
	return 0;
}
