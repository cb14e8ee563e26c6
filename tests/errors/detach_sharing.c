// The event of a detached task has its sharing from detach.
#include <omp.h>

int main(void)
{
	omp_event_handle_t event;
	int x = 0;
#pragma omp task firstprivate(event) detach(event) // error: 'event' cannot be both firstprivate and detach
	x++;
#pragma omp task transparent(omp_imports) // error: 'omp_imports' is not declared here
	x++;
	return x;
}
