// affinity format: every field in its short and long name, widths, padding and justification, cut buffers, the stored format.
// reference: clang because libgomp writes another kind of number for native_thread_id
// expect: n 0 N 1 L 0 a -1 t 0 T 1
// expect: long names 1
// expect: [1  ][  1][001][1]
// expect: host 1 process 1 thread 1
// expect: percent 100% done
// expect: cut 10 'thread 0'
// expect: stored 'L%L' 3 'L0'
// expect: inner 7 1 1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int same(const char *short_name, const char *long_name)
{
	char a[256], b[256];
	size_t length = omp_capture_affinity(a, sizeof a, short_name);
	return length == omp_capture_affinity(b, sizeof b, long_name) && strcmp(a, b) == 0 && length == strlen(a);
}

int main(void)
{
	char line[256], host[128], small[9];
	omp_capture_affinity(line, sizeof line, "n %n N %N L %L a %a t %t T %T");
	puts(line);
	int good = same("%n", "%{thread_num}") && same("%N", "%{num_threads}") && same("%L", "%{nesting_level}");
	good = good && same("%a", "%{ancestor_tnum}") && same("%t", "%{team_num}") && same("%T", "%{num_teams}");
	good = good && same("%H", "%{host}") && same("%P", "%{process_id}") && same("%i", "%{native_thread_id}");
	printf("long names %d\n", good && same("%A", "%{thread_affinity}"));
	omp_capture_affinity(line, sizeof line, "[%3N][%.3N][%0.3N][%N]");
	puts(line);
	gethostname(host, sizeof host);
	omp_capture_affinity(line, sizeof line, "%H");
	int is_host = strncmp(line, host, strlen(line)) == 0;
	omp_capture_affinity(line, sizeof line, "%0.9P");
	int is_process = atoi(line) == (int)getpid() && strlen(line) == 9;
	omp_capture_affinity(line, sizeof line, "%i");
	printf("host %d process %d thread %d\n", is_host, is_process, atoi(line) > 0);
	omp_capture_affinity(line, sizeof line, "percent 100%% done");
	puts(line);
	size_t length = omp_capture_affinity(small, sizeof small, "thread %n/%N");
	printf("cut %zu '%s'\n", length, small);
	omp_set_affinity_format("L%L");
	length = omp_get_affinity_format(line, sizeof line);
	omp_capture_affinity(small, sizeof small, NULL);
	printf("stored '%s' %zu '%s'\n", line, length, small);
	int inner = 0, right = 1, level = 0;
	#pragma omp parallel num_threads(7) reduction(+ : inner) reduction(&& : right)
	{
		char own[64], should[64];
		omp_capture_affinity(own, sizeof own, "%n %N %a");
		snprintf(should, sizeof should, "%d %d 0", omp_get_thread_num(), omp_get_num_threads());
		right = right && strcmp(own, should) == 0;
		inner++;
		if (omp_get_thread_num() == 0) {
			omp_capture_affinity(own, sizeof own, "");
			level = strcmp(own, "L1") == 0;
		}
	}
	printf("inner %d %d %d\n", inner, right, level);
	return 0;
}
