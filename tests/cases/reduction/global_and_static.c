// reduction: file-scope and static variables; inside the region a called function sees the original, not the copy.
// expect: 116 203 seen 0
#include <stdio.h>

static int counter = 100;

static int original(void)
{
	return counter;
}

int main(void)
{
	static long hidden = 200;
	int seen = 0;
	#pragma omp parallel num_threads(3) reduction(+: counter, hidden)
	{
		counter += 5;
		hidden++;
		if (counter != 5 || original() != 100) {
			#pragma omp atomic
			seen++;
		}
		#pragma omp barrier
	}
	counter++;
	printf("%d %ld seen %d\n", counter, hidden, seen);
	return 0;
}
