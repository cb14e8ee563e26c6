/*
 * league.c - the teams construct on the host (OpenMP 5.2, 10.2).
 *
 * Nothing orders the teams of a league, and they cannot wait for each other: the thread that meets the construct is the
 * initial thread of one team after the other.  Each team begins with a fresh initial task.
 */
#include "../common/context.h"

#include "team.h"

const struct member *ppcc_initial(const struct member *member)
{
	while (member->team->outer)
		member = member->team->outer;
	return member;
}

struct ppcc_thread ppcc_league(struct ppcc_thread *self)
{
	const struct member *member = ppcc_initial(member_of(self));
	return member->league.team_size > 0 ? member->league : (struct ppcc_thread){0, 1};
}

void ppcc_teams(ppcc_region *region, void *data, int num_teams, int thread_limit)
{
	struct member *me = ppcc_member();
	struct task *outer = me->task;
	struct ppcc_thread league = me->league;
	struct group *outer_group = me->group, group = {NULL};
	int given = omp_get_max_teams(), limit = thread_limit > 0 ? thread_limit : omp_get_teams_thread_limit();
	struct icv icv = *outer->icv;
	if (limit > 0 && limit < icv.thread_limit)
		icv.thread_limit = limit;
	me->league.team_size = num_teams > 0 ? num_teams : given > 0 ? given : 1;
	for (int team = 0; team < me->league.team_size; team++) {
		struct task task = {.icv = &icv, .parent = outer, .creator = me, .root = outer->root};
		atomic_init(&task.refs, 1);
		me->league.number = team;
		me->task = &task;
		me->group = &group;
		region(&me->self, data);
		ppcc_drain(me);
		ppcc_task_release_icv(&task);
		ppcc_links_release(&task);
		me->task = outer;
		ppcc_group_release(&group);
	}
	me->group = outer_group;
	me->league = league;
}
