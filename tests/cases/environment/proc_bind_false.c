// environment: OMP_PROC_BIND=false is reported, and a proc_bind clause is then without effect but accepted.
// env: OMP_PROC_BIND=false
// expect: 0 threads 9
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 0;
	#pragma omp parallel proc_bind(close) num_threads(3) reduction(+: n)
	n++;
	#pragma omp parallel proc_bind(spread) num_threads(3) reduction(+: n)
	n++;
	#pragma omp parallel proc_bind(primary) num_threads(3) reduction(+: n)
	n++;
	printf("%d threads %d\n", (int)omp_get_proc_bind(), n);
	return 0;
}
