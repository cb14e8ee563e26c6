// orphaned: through several calls, with parameters, static data and a reduction into a file-scope variable.
// expect: sum 990 wrong 0
#include <omp.h>
#include <stdio.h>

static long sum;
static int last = -1, offset = 1;

static void add(const int *data, int n, int *wrong)
{
	#pragma omp for reduction(+: sum) lastprivate(last) schedule(static, 4) firstprivate(offset)
	for (int i = 0; i < n; i++) {
		sum += data[i];
		last = n - i + offset - 1;
	}
	*wrong += last != 1;
}

static void middle(const int *data, int *wrong)
{
	add(data, 45, wrong);
}

int main(void)
{
	int data[45], wrong = 0;
	for (int i = 0; i < 45; i++)
		data[i] = i;
	#pragma omp parallel num_threads(4)
	{
		int bad = omp_get_num_threads() != 4;
		middle(data, &bad);
		#pragma omp atomic
		wrong += bad;
	}
	printf("sum %ld wrong %d\n", sum, wrong);
	return 0;
}
