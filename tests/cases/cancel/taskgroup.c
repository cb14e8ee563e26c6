// cancel taskgroup: tasks that have not begun are discarded, whatever made them; those that have begun end at their next
// cancellation point.
// env: OMP_CANCELLATION=true
// reference: none because gcc runs included tasks of a cancelled group, and clang refuses arrays of variable length in a task
// expect: undeferred 0
// expect: after the cancel 0
// expect: outside the group 8
// expect: grandchildren 0
// expect: waiting tasks left 1
// expect: taskloop 1
// expect: inner group only 4
// expect: released 1
#include <omp.h>
#include <stdio.h>

static int count, outside;

static void add(int *to)
{
	#pragma omp atomic
	*to += 1;
}

/* The group is not lexically here. */
static void orphan(int i)
{
	#pragma omp task
	{
		if (i >= 0) {
			#pragma omp cancel taskgroup
		}
		add(&count);
	}
}

static void after_the_cancel(void)
{
	count = outside = 0;
	#pragma omp taskgroup
	{
		#pragma omp task if (0)
		{
			#pragma omp cancel taskgroup
			add(&count);
		}
		#pragma omp task if (0)
		add(&count);
		printf("undeferred %d\n", count);
		for (int i = 0; i < 50; i++) {
			#pragma omp task firstprivate(i) priority(i % 2)
			add(&count);
			orphan(i);
		}
		#pragma omp taskloop num_tasks(5)
		for (int i = 0; i < 10; i++)
			add(&count);
		#pragma omp task depend(out: count)
		add(&count);
		#pragma omp task depend(in: count)
		add(&count);
		#pragma omp taskwait
	}
	printf("after the cancel %d\n", count);
	for (int i = 0; i < 8; i++)
		#pragma omp task
		add(&outside);
	#pragma omp taskwait
	printf("outside the group %d\n", outside);
}

static void grandchildren(void)
{
	count = 0;
	#pragma omp taskgroup
	{
		#pragma omp task if (0)
		{
			#pragma omp cancel taskgroup
		}
		#pragma omp task
		{
			#pragma omp task
			add(&count);
			#pragma omp taskgroup
			{
				#pragma omp task
				add(&count);
			}
		}
	}
	printf("grandchildren %d\n", count);
}

static void waiting(void)
{
	int begun = 0, left = 0;
	#pragma omp taskgroup
	{
		for (int i = 0; i < omp_get_num_threads() - 1; i++)
			#pragma omp task shared(begun, left)
			{
				add(&begun);
				for (;;) {
					#pragma omp cancellation point taskgroup
				}
				left = 1;
			}
		#pragma omp task shared(begun)
		{
			for (int n = 0, need = omp_get_num_threads() > 2; n < need;) {
				#pragma omp atomic read
				n = begun;
			}
			#pragma omp cancel taskgroup
			begun = -100000;
		}
	}
	printf("waiting tasks left %d\n", begun >= 0 && !left);
}

static void in_taskloop(void)
{
	int n = 1000, seen = 0;
	#pragma omp taskloop shared(seen) num_tasks(500)
	for (int i = 0; i < n; i++) {
		add(&seen);
		if (n > 0) {
			#pragma omp cancel taskgroup
		}
		seen += n;
	}
	printf("taskloop %d\n", seen >= 1 && seen <= omp_get_num_threads());
}

static void inner_only(void)
{
	count = 0;
	#pragma omp taskgroup
	{
		for (int i = 0; i < 4; i++)
			#pragma omp task
			{
				#pragma omp taskgroup
				{
					#pragma omp task if (0)
					{
						#pragma omp cancel taskgroup
					}
					#pragma omp task
					add(&outside);
				}
				#pragma omp cancellation point taskgroup
				add(&count);
			}
	}
	printf("inner group only %d\n", count);
}

static void kept_arrays(int n)
{
	int v[n], sum = 0;
	for (int i = 0; i < n; i++)
		v[i] = 1;
	#pragma omp taskgroup task_reduction(+: sum)
	{
		for (int i = 0; i < 200; i++)
			#pragma omp task firstprivate(v) in_reduction(+: sum)
			{
				int more[v[0]];
				#pragma omp cancellation point taskgroup
				for (int k = 0; k < n; k++)
					sum += v[k];
				more[0] = i;
				#pragma omp cancel taskgroup if (more[0] == 20)
			}
	}
	printf("released %d\n", sum <= 200 * n);
}

int main(void)
{
	#pragma omp parallel
	#pragma omp single
	{
		after_the_cancel();
		grandchildren();
		waiting();
		in_taskloop();
		inner_only();
		kept_arrays(100);
	}
	return 0;
}
