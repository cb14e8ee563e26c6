// nowait and depend: constructs on devices are tasks, ordered by their dependences with other tasks; in_reduction; a region is an initial task of its own.
// expect: chain 15 tasks 106 pipeline 3 6 9 12 reduction 30 inside threads 1 level 0 number 0 team 4 limit 1
// env-also: PPCC_HOST_DEVICES=1
// reference: gcc because clang 19 has no in_reduction on target
#include <omp.h>
#include <stdio.h>

enum { N = 4, ROUNDS = 5 };

static int pipeline[N];

static void stages(void)
{
	for (int i = 0; i < N; i++) {
		#pragma omp target enter data map(to : pipeline[i : 1]) depend(inout : pipeline[i]) nowait
		for (int stage = 0; stage < 3; stage++) {
			#pragma omp target map(alloc : pipeline[i : 1]) depend(inout : pipeline[i]) nowait
			pipeline[i] += i + 1;
		}
		#pragma omp target update from(pipeline[i : 1]) depend(inout : pipeline[i]) nowait
		#pragma omp target exit data map(delete : pipeline[i : 1]) depend(inout : pipeline[i]) nowait
	}
	#pragma omp taskwait
}

int main(void)
{
	int chain = 0, host = 100, total = 0, threads = 0, level = 9, number = 9, team = 0, limit = 1;
	int values[ROUNDS] = {1, 2, 3, 4, 5};
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < ROUNDS; i++) {
			int given = values[i]; /* taken along: the next round changes it */
			#pragma omp target map(tofrom : chain) firstprivate(given, values) depend(inout : chain) nowait
			chain = chain + given + values[0] - 1;
			values[0] = 1;
		}
		#pragma omp task shared(host, chain) depend(in : chain) depend(out : host)
		host += chain == 15 ? 1 : 0;
		#pragma omp target map(tofrom : host) depend(inout : host)
		host += 5;
		stages();
		#pragma omp taskwait
	}
	#pragma omp parallel
	#pragma omp single
	#pragma omp taskgroup task_reduction(+ : total)
	for (int i = 0; i < 4; i++) {
		#pragma omp target in_reduction(+ : total) nowait firstprivate(i)
		total += i;
		#pragma omp task in_reduction(+ : total)
		total += 2 * i;
		#pragma omp target in_reduction(+ : total) firstprivate(i)
		total += 2 * i;
	}
	#pragma omp parallel num_threads(4) reduction(max : threads) reduction(min : level, number)
	{
		#pragma omp target map(from : threads, level, number) nowait
		{
			threads = omp_get_num_threads();
			level = omp_get_level();
			number = omp_get_thread_num();
		}
		#pragma omp taskwait
		#pragma omp single
		{
			#pragma omp target map(from : team)
			{
				int count = 0;
				#pragma omp parallel num_threads(4)
				{
					#pragma omp for
					for (int i = 0; i < 4; i++) {
						#pragma omp atomic
						count++;
					}
				}
				team = count;
			}
		}
	}
	#pragma omp target map(tofrom : limit) thread_limit(2)
	{
		#pragma omp parallel num_threads(5)
		{
			#pragma omp single
			limit = omp_get_num_threads() <= 2;
		}
	}
	printf("chain %d tasks %d pipeline %d %d %d %d reduction %d inside threads %d level %d number %d team %d limit %d\n", chain, host, pipeline[0], pipeline[1],
	       pipeline[2], pipeline[3], total, threads, level, number, team, limit);
	return 0;
}
