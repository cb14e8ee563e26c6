// expect: 2 handled, one ignored, the rest untouched
// expect: 400 x 3
// env: OMP_TARGET_OFFLOAD=default
// kernels: 2
/* The program's handlers, and what it ignores, stay what they are when a device is opened after they were set. */
#include <signal.h>
#include <stdio.h>

#define N 400

static double values[N];
static volatile sig_atomic_t handled;

static void count(int number)
{
	if (number == SIGUSR1 || number == SIGTERM)
		handled++;
}

static const int others[3] = {SIGINT, SIGUSR2, SIGQUIT};

/* What they do, which who started the program may have changed. */
static void look(struct sigaction actions[3])
{
	for (int i = 0; i < 3; i++)
		sigaction(others[i], NULL, &actions[i]);
}

int main(void)
{
	struct sigaction before[3], after[3];
	int same = 0;
	look(before);
	signal(SIGUSR1, count);
	signal(SIGTERM, count);
	signal(SIGHUP, SIG_IGN);
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		values[i] = 1;
	raise(SIGUSR1);
	raise(SIGHUP);
	#pragma omp target teams distribute parallel for map(tofrom: values)
	for (int i = 0; i < N; i++)
		values[i] += 2;
	raise(SIGTERM);
	struct sigaction hangup;
	sigaction(SIGHUP, NULL, &hangup);
	look(after);
	for (int i = 0; i < 3; i++)
		same += before[i].sa_handler == after[i].sa_handler;
	printf("%d handled, %s ignored, the rest %s\n", (int)handled, hangup.sa_handler == SIG_IGN ? "one" : "none",
	       same == 3 ? "untouched" : "changed");
	int right = 0;
	for (int i = 0; i < N; i++)
		right += values[i] == 3; // NOLINT: exactly
	printf("%d x 3\n", right);
}
