// environment: blanks around the parts of OMP_SCHEDULE are accepted.
// reference: gcc because libomp rejects the value
// expect: kind 3 chunk 5
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	omp_sched_t kind;
	int chunk;
	if (argc < 2) {
		setenv("OMP_SCHEDULE", " Guided , 5 ", 1);
		execl("/proc/self/exe", argv[0], "again", (char *)NULL);
		return 1;
	}
	omp_get_schedule(&kind, &chunk);
	printf("kind %d chunk %d\n", (int)(kind & 0xff), chunk);
	return 0;
}
