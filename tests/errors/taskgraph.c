// Mistakes in taskgraph, in the tasks of its region, and in saved.
#include <omp.h>
void use(int *);

int main(void)
{
	int x = 0, ok = 0;
	omp_event_handle_t event = 0;
#pragma omp taskgraph
	{
		int mine = 0;
#pragma omp task shared(mine) // error: 'mine' is shared but declared in the taskgraph region, where it is gone when the task is made again
		use(&mine);
#pragma omp task transparent // error: a task that is made in a taskgraph region cannot be transparent
		use(&ok);
#pragma omp task detach(event) // error: a task that is made in a taskgraph region cannot be detached
		use(&x);
#pragma omp taskloop // error: 'taskloop' in a taskgraph region needs the clause 'nogroup'
		for (int i = 0; i < 4; i++)
			use(&ok);
#pragma omp parallel // error: 'parallel' cannot be in a taskgraph region, where only tasks are made
		use(&ok);
#pragma omp taskgraph // error: 'taskgraph' cannot be in a taskgraph region, where only tasks are made
		use(&ok);
	}
	return (int)event;
}
