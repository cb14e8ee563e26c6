// transparent: dependences between tasks that are not siblings, in and out, over two levels, and what is not let through.
// reference: none because no other compiler knows the clause yet
// expect: import 50
// expect: export 50
// expect: both 50
// expect: deep 50
// expect: value 50
// expect: later 1
#include <omp.h>
#include <stdio.h>

#define ROUNDS 50

static void slow(int turns)
{
	volatile int x = 0;
	for (int i = 0; i < turns; i++)
		x += i;
}

/* The child waits for what came before its parent. */
static int import(void)
{
	int x = 0, seen = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task depend(out : x) shared(x)
		{
			slow(5000);
			x = 1;
		}
		#pragma omp task transparent(omp_import) shared(x, seen)
		{
			#pragma omp task depend(in : x) shared(x, seen)
			seen = x;
		}
	}
	return seen;
}

/* What comes after the parent waits for the child, although the parent may not have begun. */
static int export(void)
{
	int x = 0, seen = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task transparent(omp_export) shared(x)
		{
			slow(2000);
			#pragma omp task depend(out : x) shared(x)
			{
				slow(5000);
				x = 1;
			}
		}
		#pragma omp task depend(in : x) shared(x, seen)
		seen = x;
	}
	return seen;
}

/* A chain whose links are children of different parents. */
static int both(int n)
{
	int x = 0;
	#pragma omp parallel
	#pragma omp single
	for (int i = 0; i < n; i++) {
		#pragma omp task transparent shared(x) firstprivate(i)
		{
			slow((n - i) * 100);
			#pragma omp task depend(inout : x) shared(x) firstprivate(i)
			if (x == i)
				x = i + 1;
		}
	}
	return x == n;
}

static int deep(void)
{
	int x = 0, y = 0, seen = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task transparent(omp_impex) shared(x, y)
		{
			#pragma omp task transparent(omp_impex) shared(x, y)
			{
				slow(3000);
				#pragma omp task depend(out : x, y) shared(x, y)
				{
					slow(3000);
					x = 1;
					y = 1;
				}
			}
		}
		#pragma omp task transparent(omp_impex) shared(x, y, seen)
		{
			#pragma omp task depend(in : x) transparent(omp_impex) shared(x, y, seen)
			{
				#pragma omp task depend(in : y) shared(x, y, seen)
				seen = x & y;
			}
		}
	}
	return seen;
}

/* The kind is a value; what is not importing runs when it can. */
static int value(omp_impex_t kind)
{
	int x = 0, seen = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task transparent(kind) shared(x)
		{
			slow(2000);
			#pragma omp task depend(out : x) shared(x)
			x = 1;
		}
		#pragma omp task depend(in : x) transparent(omp_not_impex) shared(x, seen)
		seen = x;
	}
	return seen;
}

/* A taskwait on what a child of an exporting task does. */
static int later(void)
{
	int v[4] = {0}, good = 1;
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < 4; i++) {
			#pragma omp task transparent(omp_export) shared(v) firstprivate(i)
			for (int k = 0; k < 10; k++) {
				#pragma omp task depend(inout : v[i]) shared(v) firstprivate(i, k)
				if (v[i] == k)
					v[i]++;
			}
		}
		for (int i = 0; i < 4; i++) {
			#pragma omp taskwait depend(in : v[i])
			good &= v[i] == 10;
		}
		#pragma omp task depend(inout : omp_all_memory) shared(v, good)
		good &= v[0] + v[1] + v[2] + v[3] == 40;
	}
	return good;
}

int main(void)
{
	int count[6] = {0};
	for (int i = 0; i < ROUNDS; i++) {
		count[0] += import();
		count[1] += export();
		count[2] += both(12);
		count[3] += deep();
		count[4] += value(i & 1 ? omp_export : omp_impex);
	}
	count[5] = later();
	printf("import %d\nexport %d\nboth %d\ndeep %d\nvalue %d\nlater %d\n", count[0], count[1], count[2], count[3], count[4], count[5]);
	return 0;
}
