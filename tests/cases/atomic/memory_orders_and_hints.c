// atomic: every memory order clause in every kind of atomic, with and without hint, before and after the kind.
// expect: 800 reads 1 ones 100
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, y = 0, bad = 0, tickets = 0, ones = 0, seen[400] = {0};
	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 25; i++) {
		int v;
		#pragma omp atomic relaxed
		x++;
		#pragma omp atomic update seq_cst
		x++;
		#pragma omp atomic release update
		x++;
		#pragma omp atomic hint(omp_sync_hint_contended) release
		x++;
		#pragma omp atomic update, relaxed
		x++;
		#pragma omp atomic hint(omp_sync_hint_uncontended), relaxed
		x++;
		#pragma omp atomic seq_cst
		x++;
		#pragma omp atomic update hint(omp_sync_hint_none)
		x++;
		#pragma omp atomic write release
		y = 7;
		#pragma omp atomic read acquire
		v = y;
		if (v != 7) {
			#pragma omp atomic write
			bad = 1;
		}
		#pragma omp atomic write relaxed
		y = 7;
		#pragma omp atomic read relaxed
		v = y;
		#pragma omp atomic seq_cst write
		y = 7;
		#pragma omp atomic seq_cst, read
		v = y;
		#pragma omp atomic capture acq_rel
		v = tickets++;
		seen[v]++;
		#pragma omp atomic capture seq_cst
		v = tickets++;
		seen[v]++;
		#pragma omp atomic relaxed capture hint(omp_sync_hint_contended)
		v = tickets++;
		seen[v]++;
		#pragma omp atomic acquire capture
		v = tickets++;
		seen[v]++;
	}
	for (int i = 0; i < 400; i++)
		ones += seen[i] == 1;
	printf("%d reads %d ones %d\n", x, !bad, ones / 4);
	return 0;
}
