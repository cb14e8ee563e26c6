// A task with detach has no target yet that handles it.
typedef enum {
	omp_allow_completion_event = 0
} omp_event_handle_t;

int main(void)
{
	omp_event_handle_t event;
#pragma omp parallel
#pragma omp single
	{
#pragma omp task detach(event) // error: not supported: clause 'detach' on 'task' on target pthread
		;
	}
	return 0;
}
