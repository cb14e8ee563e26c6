// depobj: made, changed and destroyed in the spellings of 5.0 and 5.2, alone, in arrays, from other functions and through pointers.
// reference: none because gcc 12 does not know array elements as depend objects, and libomp 19 frees one twice
// expect: 5 9 64 3 1
#include <omp.h>
#include <stdio.h>

static void slow(int turns)
{
	volatile int x = 0;
	for (int i = 0; i < turns; i++)
		x += i;
}

static void make(omp_depend_t *object, int *where)
{
	#pragma omp depobj(*object) depend(inout : *where)
}

static void unmake(omp_depend_t *object)
{
	#pragma omp depobj(*object) destroy
}

int main(void)
{
	int a = 0, b = 0, seen_a = 0, seen_b = 0, seen = 0, v[8] = {0}, sum = 0;
	omp_depend_t one, many[8], *last = &many[7];
	#pragma omp depobj(one) depend(out : a)
	for (int i = 0; i < 8; i++)
		make(&many[i], &v[i]);
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task depend(depobj : one) shared(a)
		{
			slow(30000);
			a = 5;
		}
		#pragma omp depobj(one) update(in)
		#pragma omp task depend(depobj : one) shared(a, seen_a)
		seen_a = a;
		for (int i = 0; i < 8; i++) {
			#pragma omp task depend(depobj : many[i]) shared(v) firstprivate(i)
			{
				slow(20000);
				v[i] = i + 1;
			}
		}
		#pragma omp task depend(depobj : *last) depend(out : b) shared(v, b)
		b = v[7] + 1;
		#pragma omp taskwait depend(in : b)
		seen_b = b;
		#pragma omp task depend(iterator(i = 0 : 8), depobj : many[i]) shared(v, sum)
		for (int i = 0; i < 8; i++)
			sum += v[i];
		#pragma omp task depend(iterator(i = 0 : 8), in : v[i]) shared(v, sum)
		for (int i = 0; i < 8; i++)
			sum -= v[i] - 8;
	}
	#pragma omp depobj(one) destroy
	#pragma omp depobj(one) depend(in : a)
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp depobj(one) update(inout)
		#pragma omp task shared(a) depend(out : a)
		{
			slow(20000);
			a = 2;
		}
		#pragma omp task shared(a) depend(depobj : one)
		a++;
		#pragma omp taskwait depend(depobj : one)
		seen = a;
	}
	for (int i = 0; i < 8; i++)
		unmake(&many[i]);
	#pragma omp depobj(one) destroy(one)
	printf("%d %d %d %d %d\n", seen_a, seen_b, sum, seen, one == 0);
	return 0;
}
