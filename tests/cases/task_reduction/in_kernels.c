// Target tasks that take part in a reduction: each kernel works on the copy of the thread that runs its task.
// reference: gcc because clang 19 does not know in_reduction on target
// expect: 240 146 137 138 139 32 1
#include <stdio.h>
#include <omp.h>

int main(void)
{
	int s = 5, a[4] = {1, 2, 3, 4}, host = 0;
	double d = 1;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	#pragma omp taskgroup task_reduction(+: s, a) task_reduction(*: d)
	{
		for (int t = 0; t < 5; t++) {
			#pragma omp target in_reduction(+: s, a) in_reduction(*: d) map(tofrom: host)
			{
				s += t;
				a[t % 4] += 10;
				d *= 2;
				host |= omp_is_initial_device();
			}
			#pragma omp target teams distribute parallel for reduction(+: a) map(tofrom: host)
			for (int i = 0; i < 100; i++) {
				a[i % 4]++;
				if (i == 0)
					host |= omp_is_initial_device();
			}
			#pragma omp target parallel for in_reduction(+: s)
			for (int i = 0; i < 10; i++)
				#pragma omp atomic
				s += i;
		}
	}
	printf("%d %d %d %d %d %g %d\n", s, a[0], a[1], a[2], a[3], d, !host || omp_get_num_devices() == 0);
	return 0;
}
