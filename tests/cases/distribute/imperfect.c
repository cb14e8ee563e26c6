// collapse with statements between the loops, threads in a team and teams in a league: at least once for each outer iteration.
// reference: clang because gcc 12 refuses statements between the loops
// expect: cells 1 rows 1 sums 1 last 1 steps 1
#include <stdio.h>

enum { N = 20, M = 30 };
#define ROW(i) (100 * (i))

int main(void)
{
	int cell[N][M] = {{0}}, before[N] = {0}, after[N] = {0}, n = N, good = 1, rows = 1, sums = 1, total = 0, last = -1, steps = 1;
	#pragma omp parallel for collapse(2) reduction(+ : total) num_threads(7) lastprivate(last)
	for (int i = 0; i < n; i++) {
		int base = ROW(i); /* for (this loop) */
		if (base > 500)
			base += 1;
		else
			base += 2;
		{
			before[i] = 1;
		}
		for (int j = 0; j < M; j++) {
			if (j % 7 == 3)
				continue;
			cell[i][j] += base + j;
			total++;
			last = base;
		}
		after[i] = base;
	}
	for (int i = 0; i < n; i++) {
		int base = ROW(i) + (ROW(i) > 500 ? 1 : 2);
		rows &= before[i] == 1 && after[i] == base;
		for (int j = 0; j < M; j++)
			good &= cell[i][j] == (j % 7 == 3 ? 0 : base + j);
	}
	sums = total == N * M - N * 4;
	int odd[N][M] = {{0}}, mark[N] = {0};
	#pragma omp teams distribute parallel for collapse(2) num_teams(2)
	for (int i = n - 1; i >= 0; i -= 2) {
		mark[i] = 7;
		for (int j = 1; j < M; j += 3)
			odd[i][j]++;
	}
	for (int i = 0; i < n; i++) {
		steps &= mark[i] == (i % 2 ? 7 : 0);
		for (int j = 0; j < M; j++)
			steps &= odd[i][j] == (i % 2 && j % 3 == 1);
	}
	printf("cells %d rows %d sums %d last %d steps %d\n", good, rows, sums, last == ROW(N - 1) + 1, steps);
	return 0;
}
