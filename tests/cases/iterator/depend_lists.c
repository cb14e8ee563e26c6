// iterator: one clause stands for many dependences; steps, several iterators, names that hide variables.
// expect: order 1
// expect: backwards 1
// expect: grid 24
#include <stdio.h>

#define N 40
#define EACH(v, count) iterator(int k = 0 : count)

static int done[N], steps[N];

static void slow(int turns)
{
	volatile int x = 0;
	for (int i = 0; i < turns; i++)
		x += i;
}

/* Each collects what all before it have done. */
static int in_order(int n)
{
	int good = 1;
	#pragma omp parallel
	#pragma omp single
	for (int i = 0; i < n; i++) {
		#pragma omp task depend(EACH(done, i), in : done[k]) depend(out : done[i]) shared(good) firstprivate(i)
		{
			int seen = 0;
			slow((N - i) * 500);
			for (int k = 0; k < i; k++)
				seen += done[k];
			if (seen != i) {
				#pragma omp atomic write
				good = 0;
			}
			done[i] = 1;
		}
	}
	return good;
}

/* A task for all entries with odd numbers, counted down, and one for the others. */
static int backwards(void)
{
	int sum = 0, *v = steps, k = 5;
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < N; i++) {
			#pragma omp task depend(out : v[i]) firstprivate(i)
			{
				slow(2000);
				v[i] = i;
			}
		}
		#pragma omp task depend(iterator(long k = N - 1 : 0 : -2), inout : v[k]) shared(sum)
		for (int i = 1; i < N; i += 2)
			sum += v[i];
		#pragma omp task depend(iterator(k = 0 : N : 2), inout : v[k], v[k + 1]) shared(sum)
		for (int i = 0; i < N; i += 2)
			sum += v[i];
		#pragma omp taskwait depend(iterator(unsigned char c = 0 : N), in : v[c])
	}
	return sum == N * (N - 1) / 2 && k == 5;
}

static int grid(int rows, int columns)
{
	int cells[rows][columns], sum = 0;
	#pragma omp parallel
	#pragma omp single
	{
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++) {
				#pragma omp task depend(out : cells[r][c]) firstprivate(r, c)
				{
					slow(3000);
					cells[r][c] = 1;
				}
			}
		#pragma omp task depend(iterator(int r = 0 : rows, c = 0 : columns), in : cells[r][c]) shared(sum)
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++)
				sum += cells[r][c];
	}
	return sum;
}

int main(void)
{
	printf("order %d\n", in_order(N));
	printf("backwards %d\n", backwards());
	printf("grid %d\n", grid(4, 6));
	return 0;
}
