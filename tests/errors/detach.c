// Mistakes in detach.
#include <omp.h>

int main(void)
{
	omp_event_handle_t event;
	int x = 0;
#pragma omp task detach(event) mergeable // error: 'mergeable'
	x++;
#pragma omp task detach(x) // error: omp_event_handle_t
	x++;
	return x;
}
