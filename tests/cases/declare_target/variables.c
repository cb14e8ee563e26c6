// declare target variables: used by regions, by functions that they call and through pointers; static, extern, arrays, structures, constants, link.
// reference: gcc because clang 19 cannot update a static variable of declare target
// expect: 307 4 3 14 42 6 1
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>

#pragma omp declare target
static int counter, table[10] = {0,1,2,3,4,5,6,7,8,9};
static struct point {
	double x, y;
} where;
extern long shared_total;
static const int weights[3] = {1, 2, 3};
static void count(void)
{
	counter++;
}
static int total_count(void)
{
	return counter;
}
static int sum(const int *x, int n)
{
	int s = 0;
	for (int i = 0; i < n; i++)
		s += x[i] * weights[i % 3];
	count();
	return s;
}
#pragma omp end declare target
long shared_total = 5;
int linked[100];
#pragma omp declare target link(linked)
static int first(void)
{
	return linked[0];
}
#pragma omp declare target to(first)
int main(void)
{
	int s = 0, f = 0, device_counter = 3;
	linked[0] = 42;
	#pragma omp target map(from: s)
	s = sum(table, 10) + sizeof table;
	for (int i = 0; i < 3; i++) {
		#pragma omp target map(tofrom: device_counter)
		{
			int counter = 1; /* not that of the file */
			count();
			where.x += i;
			(shared_total) += total_count() * counter;
			device_counter++;
		}
	}
	#pragma omp target teams distribute parallel for reduction(+:s)
	for (int i = 0; i < 10; i++) s += table[i] * counter;
	#pragma omp target map(to: linked) map(from: f)
	f = first();
	int host = counter;
	#pragma omp target update from(counter, where, shared_total)
	printf("%d %d %g %ld %d %d %d\n", s, counter, where.x, shared_total, f, device_counter, host == 0 || host == 4);
	return 0;
}
