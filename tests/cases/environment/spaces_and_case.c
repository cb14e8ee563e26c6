// environment: blanks around numbers and upper-case letters are accepted.
// expect: 3 kind 2 chunk 5 dynamic 0
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	omp_sched_t kind;
	int chunk;
	if (argc < 2) {
		setenv("OMP_NUM_THREADS", " 3 , 2 ", 1);
		setenv("OMP_SCHEDULE", "DYNAMIC,5", 1);
		setenv("OMP_DYNAMIC", "FALSE", 1);
		execl("/proc/self/exe", argv[0], "again", (char *)NULL);
		return 1;
	}
	omp_get_schedule(&kind, &chunk);
	printf("%d kind %d chunk %d dynamic %d\n", omp_get_max_threads(), (int)(kind & 0xff), chunk, omp_get_dynamic());
	return strcmp(argv[1], "again") != 0;
}
