// declare reduction: combiner and initializer as function calls with &omp_priv, &omp_orig, &omp_out and &omp_in.
// expect: 42 490 bases 1 starts 3
#include <stdio.h>

struct point {
	int x, y, base;
};

static int starts;

static void start(struct point *p, const struct point *original)
{
	p->x = p->y = 0;
	p->base = original->base;
	#pragma omp atomic
	starts++;
}

static void add(struct point *out, const struct point *in)
{
	out->x += in->x;
	out->y += in->y;
	out->base = out->base == in->base ? out->base : -1;
}

#pragma omp declare reduction(+: struct point: add(&omp_out, &omp_in)) initializer(start(&omp_priv, &omp_orig))

int main(void)
{
	struct point p = {12, 400, 7};
	#pragma omp parallel num_threads(3) reduction(+: p)
	{
		p.x += 10;
		p.y += 30;
	}
	printf("%d %d bases %d starts %d\n", p.x, p.y, p.base == 7, starts);
	return 0;
}
