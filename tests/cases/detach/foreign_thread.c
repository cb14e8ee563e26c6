// detach: the event is fulfilled by a thread that OpenMP does not know; taskwait, taskgroup, barrier and the end of the region wait.
// reference: clang because libgomp 12 hangs when a thread of its own fulfils an event
// expect: taskwait 20
// expect: taskgroup 20
// expect: barrier 20
// expect: region 20
// expect: undeferred 3
// libs: -lpthread
#include <omp.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#define TASKS 20

struct work {
	omp_event_handle_t event;
	int *result;
};

static pthread_t threads[TASKS];
static struct work works[TASKS];

static void *finish(void *argument)
{
	struct work *work = argument;
	usleep(200 + 100 * (unsigned)(work - works) % 700);
	#pragma omp atomic
	*work->result += 1;
	omp_fulfill_event(work->event);
	return NULL;
}

static void hand_over(int i, omp_event_handle_t event, int *result)
{
	works[i] = (struct work){event, result};
	if (pthread_create(&threads[i], NULL, finish, &works[i]))
		printf("no thread\n");
}

static void join_all(void)
{
	for (int i = 0; i < TASKS; i++)
		pthread_join(threads[i], NULL);
}

static void make_all(int *result)
{
	for (int i = 0; i < TASKS; i++) {
		omp_event_handle_t event;
		#pragma omp task detach(event) firstprivate(i, result)
		hand_over(i, event, result);
	}
}

int main(void)
{
	int result = 0, seen = 0;
	#pragma omp parallel
	#pragma omp single
	{
		make_all(&result);
		#pragma omp taskwait
		#pragma omp atomic read
		seen = result;
	}
	join_all();
	printf("taskwait %d\n", seen);

	result = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskgroup
		{
			#pragma omp task shared(result)
			make_all(&result);
		}
		#pragma omp atomic read
		seen = result;
	}
	join_all();
	printf("taskgroup %d\n", seen);

	result = 0;
	#pragma omp parallel
	{
		#pragma omp master
		make_all(&result);
		#pragma omp barrier
		#pragma omp master
		{
			#pragma omp atomic read
			seen = result;
		}
	}
	join_all();
	printf("barrier %d\n", seen);

	result = 0;
	#pragma omp parallel
	#pragma omp single nowait
	make_all(&result);
	join_all();
	printf("region %d\n", result);

	/* An undeferred task: its creator goes on when the block has run; the taskwait still waits for the event. */
	result = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		omp_event_handle_t event;
		int block = 0;
		#pragma omp task detach(event) if(0) shared(block)
		{
			block = 1;
			hand_over(0, event, &result);
		}
		seen = block;
		#pragma omp taskwait
		#pragma omp atomic read
		block = result;
		seen += 2 * block;
		pthread_join(threads[0], NULL);
	}
	printf("undeferred %d\n", seen);
	return 0;
}
