// flags: -Wno-deprecated-declarations
/* Race-free: what looks like a race need not happen, is each thread's own, or is in an order that atomic objects
   make.  The only warning is about the error directive. */
#include <omp.h>
#include <stdio.h>

static _Thread_local int own;
static __thread int rows_of_its_own[4];
static _Atomic int hits[4];
struct counters {
	_Atomic int used;
	int spare;
};

static int behind_jumps(int n, const int *p)
{
	int found = -1, last = -1, j = 0;
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		if (p[i] != 7)
			continue;
		found = i;
	}
#pragma omp parallel for private(j)
	for (int i = 0; i < n; i++) {
		switch (p[i]) {
		case 7: break;
		default: continue;
		}
		{
			last = i;
			for (j = 0; j < 3; j++)
				found = j + i;
		}
	}
#pragma omp parallel
	do {
		if (omp_get_thread_num() != 0)
			break;
		last = n;
	} while (0);
	return found + last;
}

static int perhaps_no_iteration(int n, const int *p)
{
	int found = 0, k = 0, list[4] = {0};
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = i; j < 1; j++)
			found = p[i];
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 1 - i; j++) {
			list[0] = p[i];
			found += p[i];
			for (k = 0; k < 2; k++)
				list[k] = i;
		}
#pragma omp parallel
	{
		int t = omp_get_thread_num();
		for (int j = t; j < 1; j++)
			found = t + j;
	}
	return found + list[0];
}

static void rules_of_their_own(int n, const int *p, _Atomic int *sum, struct counters *counters, volatile int *port)
{
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		own = p[i];
		own += i;
		rows_of_its_own[0] = own;
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		hits[0]++;
		sum[0] += p[i];
		*sum += p[i];
		counters->used++;
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		port[0] = i;
}

static void wait_for(_Atomic int *now, int mine)
{
	while (*now != mine)
		;
}

static int in_an_order(int n, int *p)
{
	int x = 0, data = 0, copy = 0;
	_Atomic int ticket = 0, now = 0, ready = 0, arrived = 0;
#pragma omp parallel
	{
		int mine = ticket++;
		while (now != mine)
			;
		x++;
		now++;
	}
	ticket = now = 0;
#pragma omp parallel for schedule(static, 1)
	for (int i = 0; i < n; i++) {
		wait_for(&now, i);
		p[0] += i;
		x = p[i];
		now = i + 1;
	}
#pragma omp parallel sections num_threads(2)
	{
#pragma omp section
		{
			data = 1;
			ready = 1;
		}
#pragma omp section
		{
			while (!ready)
				;
			copy = data;
		}
	}
#pragma omp parallel num_threads(2)
	{
#pragma omp masked
		data = 3;
		arrived++;
		while (arrived < omp_get_num_threads())
			;
		p[omp_get_thread_num()] = data;
	}
#pragma omp parallel
#pragma omp single
	{
		_Atomic int done = 0;
#pragma omp task shared(x, done)
		{
			x = 5;
			done = 1;
		}
		while (!done)
			;
		copy = x;
	}
	return x + copy;
}

/* Calls that fan out: two million bodies, which nobody waits for. */
static int f0(const int *x) { return *x; }
static int f1(const int *x) { return f0(x) + f0(x) + f0(x) + f0(x) + f0(x) + f0(x) + f0(x) + f0(x); }
static int f2(const int *x) { return f1(x) + f1(x) + f1(x) + f1(x) + f1(x) + f1(x) + f1(x) + f1(x); }
static int f3(const int *x) { return f2(x) + f2(x) + f2(x) + f2(x) + f2(x) + f2(x) + f2(x) + f2(x); }
static int f4(const int *x) { return f3(x) + f3(x) + f3(x) + f3(x) + f3(x) + f3(x) + f3(x) + f3(x); }
static int f5(const int *x) { return f4(x) + f4(x) + f4(x) + f4(x) + f4(x) + f4(x) + f4(x) + f4(x); }
static int f6(const int *x) { return f5(x) + f5(x) + f5(x) + f5(x) + f5(x) + f5(x) + f5(x) + f5(x); }
static int f7(const int *x) { return f6(x) + f6(x) + f6(x) + f6(x) + f6(x) + f6(x) + f6(x) + f6(x); }

static void fan_out(int n, const int *p, int *q)
{
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		q[i] = f7(p + i);
}

int main(void)
{
	int p[64] = {0}, q[64];
	_Atomic int sum = 0;
	volatile int port = 0;
	struct counters counters = {0, 0};
#pragma omp error severity(warning) message("the only one") // warning: the only one
	rules_of_their_own(64, p, &sum, &counters, &port);
	fan_out(1, p, q);
	printf("%d %d %d\n", behind_jumps(64, p), perhaps_no_iteration(64, p), in_an_order(64, p));
}
