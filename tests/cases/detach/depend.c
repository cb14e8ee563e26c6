// detach with depend: who depends on a detached task waits for its event, whoever fulfils it, and when.
// reference: clang because gcc 12 crashes on a static event
// expect: later task 7
// expect: before 3
// expect: chain 100
// expect: own block 5
#include <omp.h>
#include <stdio.h>

static void slow(int turns)
{
	volatile int x = 0;
	for (int i = 0; i < turns; i++)
		x += i;
}

int main(void)
{
	int x = 0, y = 0, sum = 0;

	/* Another task fulfils the event; until then the reader may not run. */
	#pragma omp parallel
	#pragma omp single
	{
		omp_event_handle_t event;
		#pragma omp task detach(event) depend(out : x)
		slow(10);
		#pragma omp task depend(in : x) shared(x, y)
		y = x;
		#pragma omp task shared(x) firstprivate(event)
		{
			slow(20000);
			x = 7;
			omp_fulfill_event(event);
		}
	}
	printf("later task %d\n", y);

	/* The event is fulfilled before the task can run. */
	x = 0;
	#pragma omp parallel
	#pragma omp single
	{
		omp_event_handle_t event;
		#pragma omp task depend(out : x) shared(x)
		{
			slow(20000);
			x = 1;
		}
		#pragma omp task detach(event) depend(inout : x) shared(x)
		x += 2;
		omp_fulfill_event(event);
		#pragma omp taskwait depend(in : x)
		y = x;
	}
	printf("before %d\n", y);

	/* Each of a chain is completed by a task that the one after it does not know. */
	#pragma omp parallel
	#pragma omp single
	for (int i = 0; i < 100; i++) {
		omp_event_handle_t event;
		#pragma omp task detach(event) depend(inout : sum) firstprivate(i) shared(sum)
		{
			if (sum == i) {
				#pragma omp task firstprivate(event) shared(sum)
				{
					sum++;
					omp_fulfill_event(event);
				}
			} else {
				omp_fulfill_event(event);
			}
		}
	}
	printf("chain %d\n", sum);

	/* In its own block, through a variable that all threads share. */
	static omp_event_handle_t shared_event;
	x = 0;
	#pragma omp parallel
	#pragma omp master
	{
		#pragma omp task detach(shared_event) depend(out : x) shared(x)
		{
			omp_fulfill_event(shared_event);
			x = 5;
		}
		#pragma omp task depend(in : x) shared(x, y)
		y = x;
	}
	printf("own block %d\n", y);
	return 0;
}
