/* fork() after a region: parent and child both go on to run regions, nested ones and tasks. */
#include "check.h"

#include <sys/wait.h>
#include <unistd.h>

static atomic_int runs;

static void one(struct ppcc_thread *me, void *unused)
{
	(void)me, (void)unused;
	atomic_fetch_add(&runs, 1);
}

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	ppcc_barrier(me);
	ppcc_task(me, one, NULL, 0, 0, 0);
	ppcc_parallel(one, NULL, 2, PPCC_BIND_DEFAULT);
}

static void regions(void)
{
	int threads = omp_get_max_threads();
	for (int i = 0; i < 20; i++) {
		atomic_store(&runs, 0);
		ppcc_parallel(body, NULL, 0, PPCC_BIND_DEFAULT);
		CHECK_EQUAL(runs, 3 * threads);
	}
}

int main(void)
{
#ifdef __SANITIZE_THREAD__
	return 0; /* ThreadSanitizer does not support threads made after a fork from a program with threads */
#endif
	omp_set_max_active_levels(2);
	regions();
	for (int generation = 0; generation < 3; generation++) {
		pid_t child = fork();
		CHECK(child >= 0);
		regions();
		if (child > 0) {
			int status = -1;
			waitpid(child, &status, 0);
			CHECK_EQUAL(status, 0);
			return check_result();
		}
	}
	return check_result();
}
