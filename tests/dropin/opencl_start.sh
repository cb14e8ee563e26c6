. "$LIB"
# When OpenCL is started, what a program that requires the host's memory gets, memory that is exhausted, and where a kernel's errors are.
. "$(dirname "$LIB")/opencl.sh"

# Only what needs a device starts OpenCL.  Its threads may run where the program may, whatever the thread that was first is bound to.
cat >start.c <<'C'
#define _GNU_SOURCE
#include <dirent.h>
#include <omp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static void state(void)
{
	char line[4096];
	int loaded = 0, bound = 0;
	FILE *maps = fopen("/proc/self/maps", "r");
	while (fgets(line, sizeof line, maps))
		loaded |= strstr(line, "libOpenCL") != NULL;
	fclose(maps);
	cpu_set_t mine, other;
	sched_getaffinity(0, sizeof mine, &mine);
	DIR *tasks = opendir("/proc/self/task");
	for (struct dirent *task; (task = readdir(tasks));)
		if (task->d_name[0] != '.' && sched_getaffinity(atoi(task->d_name), sizeof other, &other) == 0)
			bound += CPU_COUNT(&other) == 1;
	closedir(tasks);
	printf("%s%s", loaded ? "started" : "not started", CPU_COUNT(&mine) == 1 && bound == 1 ? " bound\n" : "\n");
}
int main(int argc, char **argv)
{
	int x = 0, what = argc > 1 ? atoi(argv[1]) : 0;
	switch (what) {
	case 1: printf("%d ", omp_get_num_devices() > 0); break;
	case 2: printf("%d ", omp_get_default_device()); break;
	case 3:
#pragma omp target if(0) map(tofrom: x)
		x++;
		break;
	case 4:
#pragma omp target map(tofrom: x)
		x++;
		break;
	case 5:
#pragma omp target device(omp_initial_device) map(tofrom: x)
		x++;
	}
	state();
	return x && what == 4 ? 0 : x - (what == 3 || what == 5);
}
C
quietly "$PPCC" --pp-target=opencl -fopenmp start.c -o start
expect ./start 0 = "not started"
expect ./start 1 = "1 started"
expect ./start 2 = "0 not started"
expect ./start 3 = "not started"
expect ./start 4 = "started"
expect ./start 5 = "not started"
expect env OMP_TARGET_OFFLOAD=disabled ./start 4 = "not started"
expect env OMP_DEFAULT_DEVICE=0 ./start 2 = "0 not started"
expect env "OMP_DEFAULT_DEVICE=kind(cpu)" ./start 2 = "0 started"
if [ "$(nproc)" -gt 1 ]; then expect env OMP_PLACES=threads OMP_PROC_BIND=true ./start 4 = "started bound"; fi

# A program that requires the host's memory has it on a device that reaches it, whatever PPCC_OPENCL_COPY says.
cat >shared.c <<'C'
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#pragma omp requires unified_shared_memory
struct node { struct node *next; int value; };
static int counter;
int main(void)
{
	struct node *list = NULL;
	for (int i = 0; i < 10; i++) {
		struct node *node = malloc(sizeof *node);
		*node = (struct node){list, i};
		list = node;
	}
	int sum = 0, host = 1, *pointer = &counter;
#pragma omp target map(from: sum, host)
	{
		sum = 0;
		for (struct node *node = list; node; node = node->next)
			sum += node->value++;
		*pointer = 5;
		host = omp_is_initial_device();
	}
	printf("%d %d %d %s\n", sum, list->value, counter, host ? "host" : "device");
	return 0;
}
C
quietly "$PPCC" --pp-target=opencl -fopenmp shared.c -o shared
expect ./shared = "45 10 5 device"
expect env PPCC_OPENCL_COPY=1 ./shared = "45 10 5 device"

# Memory that no device has: omp_target_alloc returns null, a map ends the program; what the host has is as it was.
cat >large.c <<'C'
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
enum { N = 1000 };
static int small[N], huge[N];
static void save(void)
{
	int same = 0;
	for (int i = 0; i < N; i++)
		same += small[i] == i && huge[i] == -i;
	printf("%d of %d\n", same, N);
}
int main(int argc, char **argv)
{
	size_t n = (size_t)1 << 58;
	atexit(save);
	for (int i = 0; i < N; i++)
		small[i] = i, huge[i] = -i;
	if (omp_target_alloc(n, 0))
		return 2;
	int *p = huge;
	if (argc > 1) {
#pragma omp target enter data map(to: small, p[0:n]) nowait
#pragma omp taskwait
	}
#pragma omp target map(tofrom: small, p[0:n])
	for (int i = 0; i < N; i++)
		small[i] = p[i] = 0;
	return 0;
}
C
quietly "$PPCC" --pp-target=opencl -fopenmp large.c -o large
export PPCC_OPENCL_COPY=1
for argument in "" nowait; do
	fails ./large $argument
	has err "out of memory on device 0 for 'p[0:n]' (1152921504606846976 bytes)"
	has out "1000 of 1000"
done
unset PPCC_OPENCL_COPY

# What the device's compiler says has the kernel's line.
fails env PPCC_OPENCL_OPTIONS="-Dsum=7" ./kernel
kept=$(sed -n 's/.*the kernel is in //p' err); place=$(grep -n -m 1 "^__kernel" "$kept" | cut -d: -f1)
has err "$kept:$place:"; has err ": error: "; has err "$(sed -n "${place}p" "$kept")"; grep -qE '^[[:space:]]*\^$' err || { cat err; fail "no mark below the line"; }
rm "$kept"
