// linear: the variable follows the iteration number, not the index, in a downward loop with a step.
// expect: wrong 0 at 5
#include <stdio.h>

int main(void)
{
	int wrong = 0, at = 0;
	#pragma omp parallel for num_threads(4) linear(at) reduction(+: wrong)
	for (int i = 50; i > 0; i -= 10) {
		wrong += at != (50 - i) / 10;
		at++;
	}
	printf("wrong %d at %d\n", wrong, at);
	return 0;
}
