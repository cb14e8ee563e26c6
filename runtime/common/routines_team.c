/*
 * routines_team.c - omp_* routines about threads, teams, levels, schedules and tasks (OpenMP 5.2, 18.2, 18.4, 18.5).
 */
#include "context.h"

#include "error.h"

void omp_set_num_threads(int n)
{
	if (n < 1) {
		ppcc_warn("omp_set_num_threads(%d): the number must be positive; the call is ignored", n);
		return;
	}
	struct icv *icv = ppcc_icv_for_update();
	icv->threads = n;
	icv->threads_set = true;
}

int omp_get_num_threads(void)
{
	return ppcc_self()->team_size;
}

int omp_get_thread_num(void)
{
	return ppcc_self()->number;
}

int omp_get_max_threads(void)
{
	const struct icv *icv = ppcc_icv();
	return icv->threads < icv->thread_limit ? icv->threads : icv->thread_limit;
}

int omp_in_parallel(void)
{
	return ppcc_active_level() > 0;
}

void omp_set_dynamic(int on)
{
	ppcc_icv_for_update()->dynamic = on != 0;
}

int omp_get_dynamic(void)
{
	return ppcc_icv()->dynamic;
}

int omp_get_cancellation(void)
{
	ppcc_initialise();
	return ppcc_global.cancellation;
}

void omp_set_nested(int on)
{
	ppcc_icv_for_update()->max_active_levels = on ? PPCC_MAX_LEVELS : 1;
}

int omp_get_nested(void)
{
	return ppcc_icv()->max_active_levels > ppcc_active_level() && ppcc_icv()->max_active_levels > 1;
}

void omp_set_schedule(omp_sched_t kind, int chunk)
{
	int plain = (int)((unsigned)kind & ~(unsigned)omp_sched_monotonic);
	if (plain < omp_sched_static || plain > omp_sched_auto) {
		ppcc_warn("omp_set_schedule: %d is no kind of schedule; the call is ignored", (int)kind);
		return;
	}
	struct icv *icv = ppcc_icv_for_update();
	icv->schedule = kind;
	icv->chunk = chunk < 1 || plain == omp_sched_auto ? 0 : chunk;
}

void omp_get_schedule(omp_sched_t *kind, int *chunk)
{
	const struct icv *icv = ppcc_icv();
	int plain = (int)icv->schedule & 7;
	*kind = icv->schedule;
	*chunk = icv->chunk == 0 && (plain == omp_sched_dynamic || plain == omp_sched_guided) ? 1 : icv->chunk;
}

int omp_get_thread_limit(void)
{
	return ppcc_icv()->thread_limit;
}

int omp_get_supported_active_levels(void)
{
	return PPCC_MAX_LEVELS;
}

void omp_set_max_active_levels(int levels)
{
	if (levels < 0)
		ppcc_warn("omp_set_max_active_levels(%d): the number must not be negative; the call is ignored", levels);
	else
		ppcc_icv_for_update()->max_active_levels = levels;
}

int omp_get_max_active_levels(void)
{
	return ppcc_icv()->max_active_levels;
}

int omp_get_level(void)
{
	return ppcc_level();
}

int omp_get_active_level(void)
{
	return ppcc_active_level();
}

int omp_get_ancestor_thread_num(int level)
{
	const struct ppcc_thread *ancestor = ppcc_ancestor(level);
	return ancestor ? ancestor->number : -1;
}

int omp_get_team_size(int level)
{
	const struct ppcc_thread *ancestor = ppcc_ancestor(level);
	return ancestor ? ancestor->team_size : -1;
}

int omp_get_num_teams(void)
{
	return ppcc_league(ppcc_self()).team_size;
}

int omp_get_team_num(void)
{
	return ppcc_league(ppcc_self()).number;
}

void omp_set_num_teams(int n)
{
	ppcc_initialise();
	if (n > 0)
		atomic_store(&ppcc_global.teams, n);
}

int omp_get_max_teams(void)
{
	ppcc_initialise();
	return atomic_load(&ppcc_global.teams);
}

void omp_set_teams_thread_limit(int n)
{
	ppcc_initialise();
	if (n > 0)
		atomic_store(&ppcc_global.teams_thread_limit, n);
}

int omp_get_teams_thread_limit(void)
{
	ppcc_initialise();
	return atomic_load(&ppcc_global.teams_thread_limit);
}

static bool is_host(int device)
{
	return device == omp_initial_device || device == omp_get_initial_device();
}

int omp_get_device_num_teams(int device)
{
	return is_host(device) ? omp_get_max_teams() : 0;
}

void omp_set_device_num_teams(int n, int device)
{
	if (is_host(device))
		omp_set_num_teams(n);
}

int omp_get_device_teams_thread_limit(int device)
{
	return is_host(device) ? omp_get_teams_thread_limit() : 0;
}

void omp_set_device_teams_thread_limit(int n, int device)
{
	if (is_host(device))
		omp_set_teams_thread_limit(n);
}

int omp_get_max_progress_width(int device)
{
	return is_host(device) ? 1 : 0;
}

int omp_get_max_task_priority(void)
{
	ppcc_initialise();
	return ppcc_global.max_task_priority;
}

int omp_in_explicit_task(void)
{
	return ppcc_in_explicit_task();
}

int omp_is_free_agent(void)
{
	return 0;
}

int omp_ancestor_is_free_agent(int level)
{
	(void)level;
	return 0;
}

int omp_in_final(void)
{
	return ppcc_in_final_task();
}
