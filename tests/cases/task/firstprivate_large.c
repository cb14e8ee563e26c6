// task: firstprivate of a large struct and of an array copies the value at the moment of creation.
// expect: wrong 0 sum 45
#include <stdio.h>
#include <string.h>

struct big {
	char bytes[3000];
	int id;
};

int main(void)
{
	int wrong = 0, sum = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		struct big b;
		int a[50], changed = 0;
		for (int i = 0; i < 10; i++) {
			memset(b.bytes, i, sizeof b.bytes);
			b.id = i;
			for (int k = 0; k < 50; k++)
				a[k] = i * k;
			#pragma omp task firstprivate(b, a) shared(wrong, sum)
			{
				int bad = b.bytes[0] != b.id || b.bytes[2999] != b.id;
				for (int k = 0; k < 50; k++)
					bad += a[k] != b.id * k;
				#pragma omp atomic
				wrong += bad;
				#pragma omp atomic
				sum += b.id;
				b.id = a[1] = -1;
			}
			changed += b.id != i || a[1] != i;
		}
		#pragma omp atomic
		wrong += changed;
	}
	printf("wrong %d sum %d\n", wrong, sum);
	return 0;
}
