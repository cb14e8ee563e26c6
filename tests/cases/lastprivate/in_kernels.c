// lastprivate in kernels: conditional, also when no iteration assigns; loops whose bounds use outer variables, of which the last outer one has no inner.
// reference: none because clang 19 loses what no iteration assigns, and gcc 12 the value of i
// expect: conditional 96 7 kept 5
// expect: triangle 8 8 15 i 10 j 9
// expect: two 33 36 3 array 6 7
// expect: threads 45
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 3, y = 7, kept = 5, n = 100;
	#pragma omp target parallel for lastprivate(conditional : x, kept) map(tofrom : x, kept, y)
	for (int i = 0; i < n; i++) {
		if (i % 32 == 0)
			x = i;
		if (i > n)
			kept = i;
		if (i < 0)
			y = i;
	}
	printf("conditional %d %d kept %d\n", x, y, kept);

	/* The last iteration of the nest is (8, 8): with i = 9 there is no j. */
	int i = -1, j = -1, a = 0, b = 0, sum = 0;
	#pragma omp target teams distribute parallel for collapse(2) lastprivate(a, b, i, j) map(tofrom : a, b, i, j) reduction(+ : sum)
	for (i = 0; i < 10; i++)
		for (j = i; j < 9; j++) {
			a = i;
			b = j;
			sum += i == 0 && j < 3 ? 5 : 0;
		}
	printf("triangle %d %d %d i %d j %d\n", a, b, sum, i, j);

	int where[2] = {1, 1}, first = 0, second = 0, count = 0;
	for (int times = 1; times < 3; times++) {
		#pragma omp target parallel for lastprivate(conditional : first) lastprivate(where, second) map(tofrom : first, second, where) reduction(+ : count)
		for (int k = 0; k < 12 * times; k += 1) {
			where[0] = k / 4 + 1;
			where[1] = 7;
			second = k + 13;
			if (k == 10 + times)
				first = 3 * (k - 1);
			count += k < 3 && times == 1;
		}
	}
	printf("two %d %d %d array %d %d\n", first, second, count, where[0], where[1]);

	/* Who runs an iteration is open without a schedule. */
	int runs[16] = {0}, all = 0;
	#pragma omp target parallel for collapse(2) num_threads(4) map(tofrom : runs)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < i; j++) {
			#pragma omp atomic
			runs[omp_get_thread_num()]++;
		}
	for (int t = 0; t < 16; t++)
		all += runs[t];
	printf("threads %d\n", all);
	return 0;
}
