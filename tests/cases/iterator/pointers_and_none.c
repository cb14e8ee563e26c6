// iterator: pointers as iterators, a fall to 0 of an unsigned one, and iterators that have no value at all.
// reference: none because gcc 12 crashes on the first, and code of clang 19 on the last
// expect: pointers 1
// expect: down 10
// expect: empty 1
#include <stdio.h>

#define N 40

static int done[N];

static void slow(int turns)
{
	volatile int x = 0;
	for (int i = 0; i < turns; i++)
		x += i;
}

static int pointers(void)
{
	char text[N + 1] = {0};
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task depend(iterator(char *p = text : text + N), out : *p)
		{
			slow(100000);
			for (int i = 0; i < N; i++)
				text[i] = 'x';
		}
		for (int i = 0; i < N; i++) {
			#pragma omp task depend(inout : text[i]) firstprivate(i)
			text[i]++;
		}
		#pragma omp taskwait depend(iterator(char *p = text + N : text : -1), in : p[-1])
		for (int i = 0; i < N; i++)
			text[i] += text[i] == 'y';
	}
	int good = 1;
	for (int i = 0; i < N; i++)
		good &= text[i] == 'z';
	return good;
}

/* No value at all: nothing is waited for. */
static int empty(int n)
{
	int x = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp task depend(iterator(i = n : 0), out : done[i]) depend(iterator(i = 0 : n : -1), out : done[i]) shared(x)
		#pragma omp atomic
		x++;
		#pragma omp task depend(out : x) shared(x)
		#pragma omp atomic
		x++;
	}
	return x == 2;
}

/* 9, 7, ... 1: what is at 0 is not waited for, and the rest is done. */
static int down(unsigned n)
{
	int sum = 0, v[10] = {0};
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < 10; i++) {
			#pragma omp task depend(out : v[i])
			{
				slow(20000);
				v[i] = 2;
			}
		}
		#pragma omp task depend(iterator(unsigned u = n : 0 : -2), in : v[u]) shared(sum)
		for (int i = 1; i < 10; i += 2)
			sum += v[i];
	}
	return sum;
}

int main(void)
{
	printf("pointers %d\n", pointers());
	printf("down %d\n", down(9));
	printf("empty %d\n", empty(7));
	return 0;
}
