// routines: cancellation, thread limit, proc_bind, in_final, task, team and device queries have sensible values outside regions.
// expect: cancellation 0 limit 1 supported 1 final 0
// expect: initial 1 device 1 teams 1 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	printf("cancellation %d limit %d supported %d final %d\n", omp_get_cancellation(), omp_get_thread_limit() >= 7,
	       omp_get_supported_active_levels() >= 2, omp_in_final());
	printf("initial %d device %d teams %d %d\n", omp_is_initial_device(), omp_get_num_devices() >= 0,
	       omp_get_num_teams(), omp_get_team_num());
	return 0;
}
