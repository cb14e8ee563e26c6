// task: bodies with loops, return-free early ends, declarations, nested parallel-free functions and shared arrays.
// expect: 10 45 120 evens 20
#include <stdio.h>

static int out[4];

static void produce(int k, int *evens)
{
	#pragma omp task firstprivate(k)
	{
		int t = 0;
		for (int i = 0; i < 50; i++) {
			if (i > k)
				break;
			if (i % 2) {
				t += i;
				continue;
			}
			t += i;
			#pragma omp atomic
			++*evens;
		}
		switch (k) {
		case 4:
			out[0] = t;
			break;
		case 9:
			out[1] = t;
			break;
		default:
			out[2] = t;
		}
	}
}

int main(void)
{
	int evens = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp single
		{
			produce(4, &evens);
			produce(9, &evens);
			produce(15, &evens);
		}
	}
	printf("%d %d %d evens %d\n", out[0], out[1], out[2], evens + 4);
	return 0;
}
