// threadprivate: an extern declaration made threadprivate before its definition, used in functions above and below it.
// expect: wrong 0 value 5
#include <omp.h>
#include <stdio.h>

extern int value;
#pragma omp threadprivate(value)

static void set(int v)
{
	value = v;
}

int main(void)
{
	extern int value;
	int wrong = 0;
	wrong += value != 5;
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		int *p = &value;
		if (omp_get_thread_num() > 0)
			set(omp_get_thread_num() * 7);
		#pragma omp barrier
		wrong += *p != (omp_get_thread_num() ? omp_get_thread_num() * 7 : 5);
	}
	printf("wrong %d value %d\n", wrong, value);
	return 0;
}

int value = 5;
