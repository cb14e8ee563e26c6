// expect: 34 7 15
// host-runs because of 'if' on a parallel region in another
// reference: gcc because clang maps the members as if they belonged to variables, and finds no address
// Members of values that are no objects, in a region and in clauses of a region inside.
#include <stdio.h>

union word {
	unsigned u;
	unsigned char b[4];
};
struct pair {
	short a;
	unsigned long b;
};

static struct pair made(short a)
{
	return (struct pair){a, 7};
}

int main(void)
{
	struct pair v = {2, 9};
	unsigned x = 0x12345678, byte = 0, part = 0;
	int n = 0;
	#pragma omp target map(tofrom : n, byte, part)
	{
		byte = ((union word){.u = x}).b[2];
		part = (unsigned)made(3).b;
		#pragma omp parallel for reduction(+ : n) if((unsigned)(&v)->b > 5) num_threads((int)(&v)->a)
		for (int i = 0; i < 6; i++)
			n += i;
	}
	printf("%x %u %d\n", byte, part, n);
	return 0;
}
