/* The OMP_* variables: the program runs itself with each setting and asks what came of it. */
#include "check.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int team;

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	if (me->number == 0)
		team = me->team_size;
}

/* What a run prints: all that the variables decide. */
static void report(void)
{
	omp_sched_t kind;
	int chunk, places[64] = {0}, inner;
	char format[64];
	omp_get_schedule(&kind, &chunk);
	ppcc_parallel(body, NULL, 0, PPCC_BIND_DEFAULT);
	inner = omp_get_partition_num_places();
	omp_get_partition_place_nums(places);
	omp_get_affinity_format(format, sizeof format);
	printf("threads %d team %d dynamic %d nested %d levels %d limit %d schedule %d,%d bind %d places %d/%d cancel %d "
	       "device %d priority %d teams %d format %s allocator %d\n",
		omp_get_max_threads(), team, omp_get_dynamic(), omp_get_nested(), omp_get_max_active_levels() > 99 ? 99 :
		omp_get_max_active_levels(), omp_get_thread_limit() > 99 ? 99 : omp_get_thread_limit(), (int)kind & 15, chunk,
		(int)omp_get_proc_bind(), omp_get_num_places(), inner, omp_get_cancellation(), omp_get_default_device(),
		omp_get_max_task_priority(), omp_get_max_teams(), format, (int)omp_get_default_allocator());
}

/* Runs this program with the setting; output: stdout and stderr together. */
static void run(const char *program, const char *name, const char *value, char *output, size_t size)
{
	int ends[2];
	size_t used = 0;
	if (pipe(ends) != 0)
		abort();
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		close(ends[0]);
		setenv(name, value, 1);
		setenv("OMP_DISPLAY_ENV", "true", strcmp(name, "OMP_ALLOCATOR") == 0);
		setenv("TSAN_OPTIONS", "atexit_sleep_ms=0", 0); /* ThreadSanitizer else waits a second at each exit */
		execl(program, program, "report", (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	ssize_t got;
	while (used + 1 < size && (got = read(ends[0], output + used, size - used - 1)) > 0)
		used += (size_t)got;
	output[used] = '\0';
	close(ends[0]);
	waitpid(child, NULL, 0);
}

/* The output contains the text, and, when bad is set, one warning that names the variable. */
static void expect(const char *program, const char *name, const char *value, const char *text, int bad)
{
	static char output[65536];
	run(program, name, value, output, sizeof output);
	char *warning = strstr(output, "ppcc runtime: ");
	int warnings = warning != NULL && strstr(warning, name) != NULL;
	if (strstr(output, text) && warnings == bad && (!warning || !strstr(warning + 1, "ppcc runtime: ")))
		return;
	atomic_fetch_add(&check_failures, 1);
	fprintf(stderr, "%s=%s: expected \"%s\"%s in:\n%s", name, value, text, bad ? " and a warning" : "", output);
}

int main(int count, char **arguments)
{
	static const struct {
		const char *name, *value, *text;
		int bad;
	} cases[] = {
		{"OMP_NUM_THREADS", "3", "threads 3 team 3 ", 0},
		{"OMP_NUM_THREADS", " 3 , 2", "threads 3 team 3 dynamic 0 nested 1 levels 99", 0},
		{"OMP_NUM_THREADS", "zero", "threads ", 1},
		{"OMP_NUM_THREADS", "-1", "threads ", 1},
		{"OMP_NUM_THREADS", "2,", "threads ", 1},
		{"OMP_NUM_THREADS", "99999999999999", "threads ", 1},
		{"OMP_DYNAMIC", "TRUE", "dynamic 1", 0},
		{"OMP_DYNAMIC", "yes", "dynamic 0", 1},
		{"OMP_NESTED", "true", "nested 1", 0},
		{"OMP_MAX_ACTIVE_LEVELS", "5", "levels 5", 0},
		{"OMP_MAX_ACTIVE_LEVELS", "-5", "levels 1", 1},
		{"OMP_THREAD_LIMIT", "2", "limit 2", 0},
		{"OMP_THREAD_LIMIT", "0", "limit 99", 1},
		{"OMP_SCHEDULE", "dynamic", "schedule 2,1", 0},
		{"OMP_SCHEDULE", " Guided , 7 ", "schedule 3,7", 0},
		{"OMP_SCHEDULE", "monotonic:static,4", "schedule 1,4", 0},
		{"OMP_SCHEDULE", "nonmonotonic:dynamic,4", "schedule 2,4", 0},
		{"OMP_SCHEDULE", "auto", "schedule 4,0", 0},
		{"OMP_SCHEDULE", "dynamical", "schedule 1,0", 1},
		{"OMP_SCHEDULE", "dynamic,0", "schedule 1,0", 1},
		{"OMP_PROC_BIND", "spread,close", "bind 4 ", 0},
		{"OMP_PROC_BIND", "true", "bind 1 ", 0},
		{"OMP_PROC_BIND", "false,close", "bind 0 ", 1},
		{"OMP_PLACES", "threads(1)", "bind 1 places 1/1 ", 0},
		{"OMP_PLACES", "sockets", "bind 1 places ", 0},
		{"OMP_PLACES", "{0:4096}", "bind 1 places 1/1 ", 0},
		{"OMP_PLACES", "{0}:4096,!{5000}", "bind 1 places ", 0},
		{"OMP_PLACES", "{0:2,!0:2", "bind 0 places 0/0 ", 1},
		{"OMP_PLACES", "sofas", "bind 0 places 0/0 ", 1},
		{"OMP_PLACES", "{99999}", "bind 0 places 0/0 ", 1},
		{"OMP_STACKSIZE", "20M", "threads ", 0},
		{"OMP_STACKSIZE", "20 K", "threads ", 0},
		{"OMP_STACKSIZE", "20X", "threads ", 1},
		{"OMP_WAIT_POLICY", "passive", "threads ", 0},
		{"OMP_WAIT_POLICY", "ACTIVE", "threads ", 0},
		{"OMP_WAIT_POLICY", "lazy", "threads ", 1},
		{"OMP_CANCELLATION", "true", "cancel 1 ", 0},
		{"OMP_DEFAULT_DEVICE", "3", "device 3 ", 0},
		{"OMP_MAX_TASK_PRIORITY", "9", "priority 9 ", 0},
		{"OMP_NUM_TEAMS", "4", "teams 4 ", 0},
		{"OMP_AFFINITY_FORMAT", "x%n", "format x%n ", 0},
		{"OMP_ALLOCATOR", "omp_high_bw_mem_alloc", "allocator 4", 0},
		{"OMP_ALLOCATOR", "heap", "allocator 1", 1},
		{"OMP_ALLOCATOR", " omp_high_bw_mem_space : pinned = false , alignment=64,fallback=allocator_fb,fb_data=omp_const_mem_alloc",
			"fallback=allocator_fb,pinned=false,partition=environment,fb_data=omp_const_mem_alloc", 0},
		{"OMP_ALLOCATOR", "omp_default_mem_space", "OMP_ALLOCATOR = 'omp_default_mem_space:alignment=1,fallback=default_mem_fb", 0},
		{"OMP_ALLOCATOR", "OMP_LOW_LAT_MEM_SPACE:pool_size=4096,partition=interleaved", ",partition=interleaved,pool_size=4096'", 0},
		{"OMP_ALLOCATOR", "omp_default_mem_space:alignment=63", "allocator 1", 1},
		{"OMP_ALLOCATOR", "omp_default_mem_space:pinned", "allocator 1", 1},
		{"OMP_ALLOCATOR", "omp_default_mem_space:alignment=64,", "allocator 1", 1},
		{"OMP_ALLOCATOR", "omp_default_mem_space:fb_data=64", "allocator 1", 1},
		{"OMP_NUM_TEAMS_ALL", "3", "teams 3 ", 0},
		{"OMP_SCHEDULE_ALL", "guided,5", "schedule 3,5", 0},
		{"OMP_DEBUG", "disabled", "threads ", 0},
		{"OMP_DEBUG", "perhaps", "threads ", 1},
		{"OMP_DEBUG", "enabled", "threads ", 1},
		{"OMP_THREADS_RESERVE", "2", "threads ", 1},
		{"OMP_PLACES", "ll_caches", "bind 1 places ", 0},
		{"OMP_PLACES", "numa_domains(1)", "bind 1 places 1/1 ", 0},
		{"OMP_PLACES", "cores(0)", "bind 0 places 0/0 ", 1},
		{"OMP_DISPLAY_ENV", "verbose", "[host] OMP_TOOL = 'enabled'\n", 0},
		{"OMP_DISPLAY_ENV", "verbose", "[host] OMP_DEBUG = 'disabled'\n", 0},
		{"OMP_DISPLAY_ENV", "true", "OPENMP DISPLAY ENVIRONMENT BEGIN\n  _OPENMP = '202111'\n", 0},
		{"OMP_DISPLAY_ENV", "verbose", "[host] OMP_SCHEDULE = 'STATIC'\n", 0},
		{"OMP_DISPLAY_ENV", "false", "threads", 0},
		{"OMP_DISPLAY_ENV", "maybe", "threads", 1},
	};
	if (count > 1) {
		report();
		return 0;
	}
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect(arguments[0], cases[i].name, cases[i].value, cases[i].text, cases[i].bad);
	return check_result();
}
