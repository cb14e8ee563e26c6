// atomic compare with the clauses weak and fail: a conditional update in a loop that goes on until it succeeds.
// expect: most 99 count 700
// reference: gcc because clang-19 loses every weak update
#include <stdio.h>

int main(void)
{
	int most = -1, count = 0;

	#pragma omp parallel for
	for (int i = 0; i < 100; i++) {
		#pragma omp atomic compare seq_cst fail(relaxed)
		if (most < i) {
			most = i;
		}
	}

	#pragma omp parallel for
	for (int i = 0; i < 700; i++) {
		int old, done;
		do {
			#pragma omp atomic read
			old = count;
			#pragma omp atomic compare capture weak fail(acquire)
			{
				done = count == old;
				if (done) {
					count = old + 1;
				}
			}
		} while (!done);
	}
	printf("most %d count %d\n", most, count);
	return 0;
}
