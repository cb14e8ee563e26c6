// _Generic on captured variables sees their declared types, whatever way they reach the region.
// expect: int long double pointer float unsigned array
#include <stdio.h>

#define NAME(x) \
	_Generic((x), int: "int", long: "long", double: "double", int *: "pointer", float: "float", unsigned: "unsigned", default: "other")
#define ARRAY(x) _Generic(&(x), int (*)[4]: "array", default: "other")

int main(void)
{
	int i = 0, v[4] = {0};
	long l = 0;
	double d = 0;
	int *p = v;
	float f = 0;
	unsigned u = 0;
	const char *names[7] = {0};

#pragma omp parallel firstprivate(l) private(d) shared(i, p, v) reduction(+ : f) reduction(| : u)
	{
#pragma omp critical
		{
			i = l ? 1 : 0;
			d = i;
		}
		f += (float)d;
		u |= 1;
#pragma omp single
		{
			names[0] = NAME(i);
			names[1] = NAME(l);
			names[2] = NAME(d);
			names[3] = NAME(p);
			names[4] = NAME(f);
			names[5] = NAME(u);
			names[6] = ARRAY(v);
			p = NULL;
		}
	}
	printf("%s %s %s %s %s %s %s\n", names[0], names[1], names[2], names[3], names[4], names[5], names[6]);
	return 0;
}
