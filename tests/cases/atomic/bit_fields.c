// atomic on bit-fields: neighbours in the same word keep their values.
// expect: 4000 -4000 1 200 5
#include <stdio.h>

struct flags {
	unsigned before : 3, count : 13;
	int down : 14;
	_Bool seen : 1;
	unsigned long long wide : 40;
};

#define COUNT(p) (p)->count

int main(void)
{
	struct flags flags = {.before = 5, .wide = 1}, *p = &flags;
	int low = 0;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for reduction(+ : low)
		for (int i = 0; i < 4000; i++) {
			unsigned was;
			#pragma omp atomic update
			COUNT(p)++;
			#pragma omp atomic
			flags.down -= 1;
			#pragma omp atomic capture
			was = flags.wide += 1;
			low += was > 3801;
			#pragma omp atomic write
			p->seen = 1;
		}
		int own;
		#pragma omp atomic read
		own = flags.before;
		#pragma omp atomic
		low += own - 5;
	}
	printf("%d %d %d %d %d\n", (int)flags.count, flags.down, flags.seen, low, (int)flags.before);
	return 0;
}
