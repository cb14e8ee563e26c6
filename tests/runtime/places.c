/* Affinity: every thread runs where omp_get_place_num() says, for the policies close, spread and primary. */
#define _GNU_SOURCE
#include "check.h"

#include <sched.h>
#include <unistd.h>

struct seen {
	int place[16], partition[16], size;
};

static void body(struct ppcc_thread *me, void *pointer)
{
	struct seen *seen = pointer;
	int place = omp_get_place_num(), ids[CPU_SETSIZE];
	cpu_set_t set;
	CPU_ZERO(&set);
	sched_getaffinity(0, sizeof set, &set);
	CHECK(place >= 0 && place < omp_get_num_places());
	CHECK_EQUAL(CPU_COUNT(&set), omp_get_place_num_procs(place));
	omp_get_place_proc_ids(place, ids);
	for (int i = 0; i < omp_get_place_num_procs(place); i++)
		CHECK(CPU_ISSET(ids[i], &set));
	seen->place[me->number] = place;
	seen->partition[me->number] = omp_get_partition_num_places();
	if (me->number == 0)
		seen->size = me->team_size;
}

static void check_policy(enum ppcc_proc_bind bind, int threads)
{
	struct seen seen;
	int places = omp_get_num_places();
	ppcc_parallel(body, &seen, threads, bind);
	for (int i = 0; i < seen.size; i++) {
		if (bind == PPCC_BIND_PRIMARY)
			CHECK_EQUAL(seen.place[i], 0);
		else if (seen.size <= places && bind == PPCC_BIND_CLOSE)
			CHECK_EQUAL(seen.place[i], i);
		else if (i > 0)
			CHECK(seen.place[i] >= seen.place[i - 1]);
		if (bind == PPCC_BIND_SPREAD && seen.size >= places)
			CHECK_EQUAL(seen.partition[i], 1);
		if (bind != PPCC_BIND_SPREAD)
			CHECK_EQUAL(seen.partition[i], places);
	}
}

int main(int count, char **arguments)
{
	if (count == 1) {
		setenv("OMP_PLACES", "threads", 1);
		setenv("OMP_PROC_BIND", "close", 1);
		execl(arguments[0], arguments[0], "bound", (char *)NULL);
		return 1;
	}
	CHECK_EQUAL(omp_get_proc_bind(), omp_proc_bind_close);
	CHECK_EQUAL(omp_get_num_places(), omp_get_num_procs());
	CHECK_EQUAL(omp_get_place_num(), 0);
	for (int threads = 1; threads <= 9; threads++) {
		check_policy(PPCC_BIND_CLOSE, threads);
		check_policy(PPCC_BIND_SPREAD, threads);
		check_policy(PPCC_BIND_PRIMARY, threads);
	}
	check_policy(PPCC_BIND_DEFAULT, 0);
	return check_result();
}
