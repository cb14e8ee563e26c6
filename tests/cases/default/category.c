// default(attribute : category) (6.0, 7.5.1) is about the variables of one category; the others are shared as ever.
// expect: scalar 5 2 9
// expect: pointer 5 14 1
// expect: aggregate 8 1 1
// expect: all 5 1 1
// expect: target 5 9
// expect: task 5 7
// reference: none because gcc 12 and clang-19 know no categories
#include <stdio.h>

struct pair {
	int a, b;
};

static struct pair global = {1, 2};

static int scalar(int x)
{
	int list[3] = {1, 2, 3}, *at = list;
	struct pair pair = {3, 4};
	#pragma omp parallel num_threads(3) default(firstprivate : scalar)
	{
		x++;
		#pragma omp single
		{
			list[0]++;
			at++;
			pair.a += *at + pair.b;
			global.b = 7;
		}
	}
	printf("scalar %d %d %d\n", x, *at, pair.a);
	return x;
}

static void pointer(void)
{
	int x = 2, list[3] = {1, 2, 3}, *at = list;
	#pragma omp parallel num_threads(3) default(firstprivate : pointer)
	{
		at += 2;
		#pragma omp atomic
		x += 1;
		#pragma omp atomic
		list[1] += 4;
	}
	printf("pointer %d %d %d\n", x, list[1], *at);
}

static void aggregate(void)
{
	int x = 5, list[3] = {1, 2, 3};
	struct pair pair = {1, 1};
	#pragma omp parallel num_threads(3) default(private : aggregate)
	{
		list[0] = x;
		pair.a = list[0];
		#pragma omp barrier
		#pragma omp atomic
		x += pair.a == list[0];
	}
	printf("aggregate %d %d %d\n", x, list[0], pair.a);
}

static void all(void)
{
	int x = 5, list[1] = {1}, *at = list, copy[1] = {8};
	#pragma omp parallel num_threads(3) default(firstprivate : all)
	{
		x++;
		list[0]++;
		at = copy;
	}
	printf("all %d %d %d\n", x, list[0], *at);
}

static void target(void)
{
	int x = 5, list[2] = {1, 2};
	#pragma omp target default(firstprivate : scalar)
	{
		x++;
		list[1] += 1 + x;
	}
	printf("target %d %d\n", x, list[1]);
}

static void task(void)
{
	int x = 5, list[1] = {1};
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp task default(firstprivate : scalar) shared(list)
		{
			x++;
			list[0] += x;
		}
		#pragma omp taskwait
	}
	printf("task %d %d\n", x, list[0]);
}

int main(void)
{
	scalar(5);
	pointer();
	aggregate();
	all();
	target();
	task();
	return global.b != 7;
}
