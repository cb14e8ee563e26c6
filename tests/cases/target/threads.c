// Threads that map and unmap at the same time: what they share is counted for each of them, what they have for themselves is theirs.
// expect: sums 1 shared 0 left 0
// env-also: PPCC_HOST_DEVICES=1
// threads: 2 7
// reference: clang because gcc 12 has no present modifier
#include <omp.h>
#include <stdio.h>

enum { N = 64, ROUNDS = 50, PARTS = 7 };

int main(void)
{
	static int table[N], results[PARTS];
	int wrong = 0, left = 0;
	for (int i = 0; i < N; i++)
		table[i] = i;
	#pragma omp parallel for schedule(dynamic, 1) reduction(+ : wrong)
	for (int part = 0; part < PARTS; part++) {
		int own[N], sum = 0;
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < N; i++)
				own[i] = part;
			#pragma omp target data map(to : table) map(tofrom : own)
			{
				#pragma omp target map(tofrom : sum) map(present, to : table) nowait
				for (int i = 0; i < N; i++) {
					own[i] += table[i];
					sum += own[i];
				}
				#pragma omp taskwait
			}
			wrong += own[N - 1] != N - 1 + part;
		}
		results[part] = sum == ROUNDS * (N * (N - 1) / 2 + N * part);
	}
	int sums = 1;
	for (int part = 0; part < PARTS; part++)
		sums &= results[part];
	#pragma omp target update from(table)
	for (int i = 0; i < N; i++)
		left += table[i] != i;
	printf("sums %d shared %d left %d\n", sums, wrong, left);
	return 0;
}
