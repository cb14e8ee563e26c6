// expect: child 13
// expect: parent 16
// env: OMP_TARGET_OFFLOAD=default
// kernels: 4
// no-copies because a child of fork cannot use a device that has the data
// no-sanitizer because the thread sanitizer does not allow threads after fork
// reference: clang because gcc's threads do not survive a fork
/* A child of fork has no threads of a driver: it runs its loops and its target regions itself. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define N 400

static double values[N];

int main(void)
{
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		values[i] = i;
	pid_t child = fork();
	if (child == 0) {
		#pragma omp parallel for
		for (int i = 0; i < N; i++)
			values[i] += 1;
		#pragma omp target map(tofrom: values)
		#pragma omp parallel for
		for (int i = 0; i < N; i++)
			values[i] += 3;
		printf("child %g\n", values[9]);
		exit(0);
	}
	int status;
	waitpid(child, &status, 0);
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		values[i] += 7;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		printf("the child failed\n");
	printf("parent %g\n", values[9]);
	return 0;
}
