// Names that mean something else in a kernel than at file scope, and calls whose function shows only on the device.
// reference: none because neither gcc 12 nor clang 19 takes a condition that is no constant
// expect: 10 20 30
// expect: 7 5 3
// expect: 140 40
// expect: 112 6
#include <omp.h>
#include <stdio.h>

/* Not in declare target: regions have variables of their own with these names, and functions have parameters. */
int i, n, sum;
static const int size = 3;

static int times(int size, int x)
{
	int sum = 0;
	for (int i = 0; i < size; i++)
		sum += x;
	return sum;
}

static int of_file(void)
{
	return size;
}

#pragma omp declare target
int table[4] = {40, 0, 0, 0}, k = 3;
void device_only();
#pragma omp end declare target

void on_host();
#pragma omp declare variant(on_host) match(device = {kind(host)})
void device_only()
{
	for (int k = 0; k < 1; k++)
		table[k] += 100;
}
/* Nothing for a kernel. */
void on_host()
{
	FILE *file = fopen("/dev/null", "w");
	table[0] += 100;
	if (file)
		fclose(file);
}

static int halved(int x)
{
	return x / 2;
}
#pragma omp declare variant(halved) match(user = {condition(n > 10)})
static int some(int x)
{
	return x + 100;
}

int main(void)
{
	int x[3] = {1, 2, 3}, size = 5, seen[2];
	n = 3;
	#pragma omp target parallel for map(tofrom: x)
	for (i = 0; i < n; i++)
		x[i] = times(10, x[i]);
	printf("%d %d %d\n", x[0], x[1], x[2]);
	#pragma omp target map(from: x)
	{
		x[0] = size + 2;
		x[1] = size;
		x[2] = of_file();
	}
	printf("%d %d %d\n", x[0], x[1], x[2]);
	#pragma omp target map(from: seen)
	{
		seen[1] = table[0];
		device_only();
		seen[0] = table[0];
	}
	printf("%d %d\n", seen[0], seen[1]);
	for (n = 10; n < 12; n++) {
		#pragma omp target map(tofrom: seen) firstprivate(n)
		seen[n - 10] = some(12);
	}
	printf("%d %d\n", seen[0], seen[1]);
}
