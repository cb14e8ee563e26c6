// for: names that look like generated ones, C keywords of other languages and long names are left as the user wrote them.
// expect: 45 10 55 6
#include <stdio.h>

int main(void)
{
	int me = 0, data = 0, loop = 0, begin = 1, end = 11, count = 0, thread = 6, ppcc = 0, shared = 0, team = 0;
	int this_is_a_rather_long_name_that_somebody_uses_in_a_loop_and_that_must_survive_0123456789 = 0;
	#pragma omp parallel for num_threads(3) reduction(+: me, data, count) firstprivate(thread)
	for (int step = 0; step < 10; step++) {
		int new = step, class = 1;
		me += new;
		data += class;
		count += step + begin * (thread == 6);
	}
	#pragma omp parallel for num_threads(2) lastprivate(shared) reduction(+: ppcc, loop, team)
	for (int number = begin; number < end; number++) {
		shared = thread;
		ppcc += number;
		loop++;
		team--;
	}
	this_is_a_rather_long_name_that_somebody_uses_in_a_loop_and_that_must_survive_0123456789 = count;
	printf("%d %d %d %d\n", me, data + loop + team,
	       ppcc + this_is_a_rather_long_name_that_somebody_uses_in_a_loop_and_that_must_survive_0123456789 - 55, shared);
	return 0;
}
