// task: a parallel quicksort whose tasks capture pointer and size by value.
// expect: sorted 1 sum 1
#include <stdio.h>

static void sort(int *a, int n)
{
	if (n < 2)
		return;
	int pivot = a[n / 2], i = 0, j = n - 1;
	while (i <= j) {
		while (a[i] < pivot)
			i++;
		while (a[j] > pivot)
			j--;
		if (i <= j) {
			int t = a[i];
			a[i++] = a[j];
			a[j--] = t;
		}
	}
	#pragma omp task if(n > 50)
	sort(a, j + 1);
	#pragma omp task final(n - i < 20)
	sort(a + i, n - i);
}

int main(void)
{
	static int a[5000];
	unsigned r = 1;
	long sum = 0, after = 0;
	int sorted = 1;
	for (int i = 0; i < 5000; i++) {
		r = r * 1103515245u + 12345u;
		a[i] = (int)(r >> 16 & 0x7fff);
		sum += a[i];
	}
	#pragma omp parallel num_threads(4)
	#pragma omp single
	sort(a, 5000);
	for (int i = 0; i < 5000; i++) {
		sorted &= i == 0 || a[i - 1] <= a[i];
		after += a[i];
	}
	printf("sorted %d sum %d\n", sorted, sum == after);
	return 0;
}
