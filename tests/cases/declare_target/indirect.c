// declare target with indirect: a region calls functions through pointers; what is beside it is of use to a device.
// reference: none because neither gcc 12 nor clang 19 knows the enter clause without more flags
// expect: through 2 3 direct 1 4
// env-also: PPCC_HOST_DEVICES=1
// host-runs because no kernel can be made: it uses a pointer to a function
#include <stdio.h>

void add_one(int *x);
void add_two(int *x);
#pragma omp declare target enter(add_one, add_two) indirect
void add_one(int *x)
{
	*x += 1;
}

void add_two(int *x)
{
	*x += 2;
}

struct step {
	void (*apply)(int *);
};

int main(void)
{
	int through = 0, by_member = 0, direct = 0, named = 0;
	void (*f)(int *) = add_one;
	struct step steps[2] = {{add_one}, {add_two}};
	#pragma omp target map(tofrom : through) firstprivate(f)
	{
		f(&through);
		f(&through);
	}
	#pragma omp target map(tofrom : by_member) firstprivate(steps)
	for (int i = 0; i < 2; i++)
		steps[i].apply(&by_member);
	#pragma omp target map(tofrom : direct, named)
	{
		add_one(&direct);
		add_two(&named);
		(add_two)(&named);
	}
	printf("through %d %d direct %d %d\n", through, by_member, direct, named);
	return 0;
}
