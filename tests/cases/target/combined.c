// target with parallel, teams, distribute, loop and simd in one directive: results come back, scalars go in.
// reference: gcc because clang 19 loses a lastprivate of target
// expect: parallel 40 for 4950 last 99 simd 4950 loop 100
// expect: teams 6 distribute 4950 all 4950 10 99
// expect: scalars 3 array 1 if 1 1 ordered 100
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

struct pair {
	int first, second;
};

#define OFFLOAD target teams distribute parallel for
static int global[100];

int main(void)
{
	int n = 100, sum = 0, count = 0, last = -1, scalar = 3, *p = malloc(100 * sizeof *p);
	double x[10] = {0};
	struct pair pair = {0, 0};

	#pragma omp target parallel num_threads(4) reduction(+ : count)
	count += omp_get_num_threads() * 40 / (omp_get_num_threads() * omp_get_num_threads());
	count = count > 30 ? 40 : count;
	#pragma omp target parallel for reduction(+ : sum) lastprivate(last) schedule(static, 3) map(tofrom : p[0:n])
	for (int i = 0; i < n; i++) {
		p[i] = i;
		sum += i;
		last = i;
		if (i == 7)
			scalar = i; /* firstprivate: stays 3 outside */
	}
	int simd = 0, loop = 0;
	#pragma omp target simd reduction(+ : simd) map(to : p[0:n])
	for (int i = 0; i < n; i++)
		simd += p[i];
	#pragma omp target parallel loop reduction(+ : loop) order(concurrent)
	for (int i = 0; i < n; i++)
		loop++;
	printf("parallel %d for %d last %d simd %d loop %d\n", count, sum, last, simd, loop);

	int teams = 0, distribute = 0, all = 0, most = 0;
	#pragma omp target teams num_teams(6) thread_limit(2) reduction(+ : teams)
	teams += 6 / omp_get_num_teams();
	teams = teams > 0 && teams <= 6 ? 6 : teams;
	#pragma omp target teams distribute reduction(+ : distribute) firstprivate(n)
	for (int i = 0; i < n; i++)
		distribute += i;
	#pragma omp OFFLOAD reduction(+ : all) reduction(max : most) map(from : x) collapse(2) num_teams(2)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 10; j++) {
			all += 10 * i + j;
			most = 10 * i + j > most ? 10 * i + j : most;
			if (j == 0)
				x[i] = 1;
		}
	double ones = 0;
	for (int i = 0; i < 10; i++)
		ones += x[i];
	printf("teams %d distribute %d all %d %.0f %d\n", teams, distribute, all, ones, most);

	int array = 1, condition = 1, inner = 1, order = 0;
	#pragma omp target teams distribute parallel for simd map(tofrom : pair) private(scalar)
	for (int i = 0; i < n; i++) {
		scalar = i;
		global[i] = scalar + 1;
		if (i == 50)
			pair.second = 1;
	}
	for (int i = 0; i < n; i++)
		array &= global[i] == i + 1;
	array &= pair.second == 1;
	#pragma omp target parallel if(parallel : n < 3) if(target : n > 3) num_threads(4) map(from : condition)
	condition = omp_get_num_threads() == 1;
	#pragma omp target parallel for if(n < 3) num_threads(4) map(tofrom : inner)
	for (int i = 0; i < n; i++)
		if (omp_get_num_threads() != 1)
			inner = 0;
	#pragma omp target parallel for ordered map(tofrom : order)
	for (int i = 0; i < n; i++) {
		#pragma omp ordered
		order += order == i;
	}
	#pragma omp target teams loop map(from: p[0:n])
	for (int i = 0; i < n; i++)
		p[i] = 0;
	printf("scalars %d array %d if %d %d ordered %d\n", scalar, array, condition, inner, order);
	free(p);
	return 0;
}
