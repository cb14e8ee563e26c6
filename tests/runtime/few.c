/* Threads that can't be made: a smaller team with one message on stderr, and the program goes on. */
#define _GNU_SOURCE
#include "check.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int threads, size;

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	atomic_fetch_add(&threads, 1);
	atomic_store(&size, me->team_size);
	ppcc_barrier(me);
}

static int limited(void)
{
	struct rlimit limit = {1UL << 30, 1UL << 30};
	CHECK(setrlimit(RLIMIT_AS, &limit) == 0);
	for (int i = 0; i < 3; i++) {
		atomic_store(&threads, 0);
		ppcc_parallel(body, NULL, 64, PPCC_BIND_DEFAULT);
		CHECK(threads >= 1 && threads < 64);
		CHECK_EQUAL(threads, size);
	}
	return check_result();
}

int main(int count, char **arguments)
{
	char output[4096];
	int ends[2], status = 0;
	size_t used = 0;
	ssize_t got;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
	return 0; /* the sanitizers need more address space than the limit leaves */
#endif
	if (count > 1)
		return limited();
	if (pipe(ends) != 0)
		return 1;
	if (fork() == 0) {
		dup2(ends[1], 2);
		setenv("OMP_STACKSIZE", "100M", 1);
		execl(arguments[0], arguments[0], "limited", (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	while (used + 1 < sizeof output && (got = read(ends[0], output + used, sizeof output - used - 1)) > 0)
		used += (size_t)got;
	output[used] = '\0';
	wait(&status);
	char *message = strstr(output, "ppcc runtime: cannot make a thread");
	CHECK(message && !strstr(message + 1, "ppcc runtime"));
	CHECK_EQUAL(status, 0);
	if (check_result())
		fprintf(stderr, "the output was:\n%s", output);
	return check_result();
}
