// Declarations of every kind inside regions: several declarators, functions, structs with bodies, arrays sized by their initialiser.
// expect: 4950 6 12 5 abc 3
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int n = 3, six = 0, twelve = 0, five = 0, three = 0;
	char letters[4] = "";

#pragma omp parallel shared(six, twelve, five, three, letters)
	{
		int one = 1, *p = &one, v[] = {one, 2, n}, (*pv)[3] = &v, (*f)(const char *) = puts;
		const struct point {
			int x, y;
			struct point *next;
		} origin = {1, 2, NULL}, *start = &origin;
		char text[] = "abc", copy[sizeof text];
		int twice(int);
		register int quick = 4;
#pragma omp for reduction(+ : sum)
		for (int i = 0; i < 100; i += 1)
			sum += i + *p - one;
#pragma omp single
		{
			six = v[0] + (*pv)[1] + v[2];
			twelve = twice(six);
			five = start->x + quick + (f == NULL) + (start->next != NULL);
			for (unsigned i = 0; i < sizeof copy; i++)
				letters[i] = copy[i] = text[i];
			three = (int)(sizeof v / sizeof *v);
		}
	}
	printf("%ld %d %d %d %s %d\n", sum, six, twelve, five, letters, three);
	return 0;
}

int twice(int x)
{
	return 2 * x;
}
