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

static int is_default(int number)
{
	struct sigaction action;
	return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_DFL;
}

int main(void)
{
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
	printf("%d handled, %s ignored, the rest %s\n", (int)handled, hangup.sa_handler == SIG_IGN ? "one" : "none",
	       is_default(SIGINT) && is_default(SIGUSR2) && is_default(SIGQUIT) ? "untouched" : "changed");
	int right = 0;
	for (int i = 0; i < N; i++)
		right += values[i] == 3; // NOLINT: exactly
	printf("%d x 3\n", right);
}
