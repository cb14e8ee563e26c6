// Teams of one thread inside others, numbers of threads that the host knows, copyprivate, and constructs for cancellation.
// expect: nested 3 0 1 21 alone 3 1
// expect: one by one 20 2
// expect: several 1600 50
// expect: given 6 12 30
// expect: cancelled 100
#include <omp.h>
#include <stdio.h>

enum { N = 100 };

#define ME omp_get_thread_num()

static void nested(void)
{
	int a[4] = {0}, seen[4] = {0}, team = 0, again = 0, other = -1;
	#pragma omp target map(tofrom : a, seen)
	{
		#pragma omp parallel num_threads(3)
		{
			#pragma omp parallel num_threads(1)
			{
				#pragma omp atomic
				a[ME]++;
				#pragma omp atomic write
				seen[0] = omp_get_num_threads();
				#pragma omp atomic write
				seen[1] = omp_get_level() * 10 + omp_get_num_threads();
			}
		}
	}
	#pragma omp target parallel num_threads(3) map(tofrom : team, again) map(from : other)
	{
		#pragma omp parallel if (0)
		{
			#pragma omp atomic
			team += omp_get_num_threads();
			#pragma omp for
			for (int i = 0; i < 1; i++) {
				#pragma omp atomic write
				other = omp_get_num_threads();
			}
		}
		#pragma omp single
		again = omp_get_num_threads() == 3;
	}
	printf("nested %d %d %d %d alone %d %d\n", a[0], a[1], seen[0], seen[1], team, other * again);
}

static void one_by_one(void)
{
	int shared = 0, iterations = 0;
	#pragma omp target parallel num_threads(2) map(tofrom : iterations)
	#pragma omp parallel for num_threads(1)
	for (int i = 0; i < 10; i++) {
		#pragma omp atomic
		iterations++;
	}
	#pragma omp target parallel num_threads(2) map(tofrom : shared)
	#pragma omp parallel sections num_threads(1)
	{
		#pragma omp atomic
		shared++;
	}
	printf("one by one %d %d\n", iterations, shared);
}

static void several(int few, int many)
{
	int sum = 0, last = 0, a[N] = {0};
	#pragma omp target map(tofrom : sum, a) map(from : last)
	{
		int half = N / 2;
		#pragma omp parallel for num_threads(few)
		for (int i = 0; i < N; i++)
			a[i] += 1;
		for (int round = 0; round < 3; round++) {
			#pragma omp parallel for num_threads(many + 1)
			for (int i = 0; i < N; i++)
				a[i] += 5;
		}
		#pragma omp parallel for num_threads(4) reduction(+ : sum)
		for (int i = 0; i < N; i++)
			sum += a[i];
		last = half;
	}
	printf("several %d %d\n", sum, last);
}

struct pair {
	int first;
	double second;
};

static void given(void)
{
	int sum = 0, elements = 0, second = 0;
	#pragma omp target parallel num_threads(3) map(tofrom : sum, elements, second)
	{
		int x = -1, few[2] = {-1, -1};
		struct pair pair = {0, 0};
		#pragma omp single copyprivate(x, few, pair)
		{
			x = 2;
			few[0] = 1, few[1] = 3;
			pair = (struct pair){4, 10};
		}
		#pragma omp atomic
		sum += x;
		#pragma omp atomic
		elements += few[0] * few[1] + pair.first - 3;
		#pragma omp atomic
		second += (int)pair.second;
	}
	printf("given %d %d %d\n", sum, elements, second);
}

static void cancelled(int n)
{
	int count = 0;
	#pragma omp target parallel map(tofrom : count)
	{
		#pragma omp for
		for (int i = 0; i < n; i++) {
			#pragma omp atomic
			count++;
			#pragma omp cancel for if (i > n)
			#pragma omp cancellation point for
		}
	}
	printf("cancelled %d\n", count);
}

int main(void)
{
	nested();
	one_by_one();
	several(2, 3);
	given();
	cancelled(N);
	return 0;
}
