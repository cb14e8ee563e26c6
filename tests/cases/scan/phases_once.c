// scan: each phase of each iteration runs once, and the input phase may set the item instead of adding to it.
// reference: none because clang 19 leaves the original value out and gcc 12 wants one statement on each side
// expect: 1 2 3 4 5
#include <stdio.h>
#include <string.h>

enum { N = 1000 };

static int inputs[N], scans[N], positions[N], kept[N];

static int wanted(int i)
{
	inputs[i]++;
	return i % 3 == 0;
}

/* Where each element that is wanted goes: the classic use of an exclusive scan. */
static int compact(void)
{
	int count = 0;
	#pragma omp parallel
	{
		int i;
		#pragma omp for reduction(inscan, + : count) nowait
		for (i = 0; i < N; i++) {
			scans[i]++;
			positions[i] = count;
			#pragma omp scan exclusive(count)
			count = wanted(i);
		}
	}
	for (int i = 0; i < N; i++)
		if (i % 3 == 0)
			kept[positions[i]] = i;
	return count;
}

static int all_once(void)
{
	for (int i = 0; i < N; i++)
		if (inputs[i] != 1 || scans[i] != 1)
			return 0;
	return 1;
}

int main(void)
{
	int count = compact(), sorted = count == (N + 2) / 3, first = 10, second = 0, wrong = 0, last = -1, n = 0;
	for (int i = 0; i < count; i++)
		sorted &= kept[i] == 3 * i;
	printf("%d %d ", sorted, 2 * all_once());

	/* two items, collapse, a pragma inside a phase, and lastprivate beside them */
	#pragma omp parallel for collapse(2) reduction(inscan, + : first, second) lastprivate(last) reduction(inscan, max : n)
	for (int i = 0; i < 12; i++)
		for (int j = 20; j > 0; j -= 3) {
			first += i;
			{
				int twice = 2 * j;
				second += twice;
			}
			n = 100 * i - j;
			#pragma omp scan inclusive(first, second, n)
			last = first + second;
			#pragma omp atomic
			wrong += n != 100 * i - j;
		}
	int a = 10, b = 0;
	for (int i = 0; i < 12; i++)
		for (int j = 20; j > 0; j -= 3) {
			a += i;
			b += 2 * j;
		}
	printf("%d %d ", 3 * (a == first && b == second), 4 * (last == a + b));

	/* no iterations: the original stays */
	#pragma omp parallel for reduction(inscan, * : first)
	for (int i = 5; i < n - n + 5; i++) {
		first *= 2;
		#pragma omp scan inclusive(first)
		wrong++;
	}
	printf("%d\n", first == a && wrong < 84 ? 5 : wrong);
	return 0;
}
