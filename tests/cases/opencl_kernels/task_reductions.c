// Tasks in kernels that take part in reductions: of a taskgroup, of parallel regions and loops, of taskloops.
// reference: gcc because clang 19 does not run task reductions in target regions
// expect: group 45 120
// expect: threads 4950
// expect: masked 190 7
// expect: loop 28 40320
// expect: nested 66
#include <stdio.h>

#pragma omp declare target
static int list_sum(const int *values, int n)
{
	int result = 0;
	#pragma omp taskgroup task_reduction(+: result)
	{
		for (int i = 0; i < n; i++) {
			#pragma omp task in_reduction(+: result) firstprivate(i)
			result += values[i];
		}
	}
	return result;
}
#pragma omp end declare target

int main(void)
{
	int values[10], sum = 0, product = 1;
	for (int i = 0; i < 10; i++)
		values[i] = i;
	#pragma omp target map(tofrom: sum, product) map(to: values)
	{
		sum = list_sum(values, 10);
		#pragma omp taskgroup task_reduction(*: product)
		for (int i = 1; i < 6; i++) {
			#pragma omp task in_reduction(*: product)
			product *= values[i];
		}
	}
	printf("group %d %d\n", sum, product);

	int total = 0;
	#pragma omp target parallel for reduction(task, +: total) num_threads(4) map(tofrom: total)
	for (int i = 0; i < 100; i++) {
		#pragma omp task in_reduction(+: total)
		total += i;
	}
	printf("threads %d\n", total);

	int s = 0, largest = 0;
	#pragma omp target map(tofrom: s, largest)
	{
		int seen = 3;
		#pragma omp parallel reduction(task, +: s) reduction(task, max: largest) num_threads(4) firstprivate(seen)
		{
			#pragma omp masked
			{
				#pragma omp taskloop in_reduction(+: s)
				for (int i = 0; i < 20; i++)
					s += i;
				#pragma omp task in_reduction(max: largest)
				largest = seen + 4;
			}
		}
	}
	printf("masked %d %d\n", s, largest);

	long sums = 0, products = 1;
	#pragma omp target map(tofrom: sums, products)
	{
		#pragma omp taskloop reduction(+: sums) grainsize(2)
		for (int i = 0; i < 8; i++)
			sums += i;
		#pragma omp taskloop simd reduction(*: products)
		for (int i = 1; i <= 8; i++)
			products *= i;
	}
	printf("loop %ld %ld\n", sums, products);

	int deep = 0;
	#pragma omp target map(tofrom: deep)
	#pragma omp parallel reduction(task, +: deep) num_threads(3)
	{
		#pragma omp for
		for (int i = 0; i < 12; i++) {
			#pragma omp taskgroup task_reduction(+: deep)
			{
				#pragma omp task in_reduction(+: deep)
				{
					#pragma omp task in_reduction(+: deep)
					deep += i;
				}
			}
		}
	}
	printf("nested %d\n", deep);
}
