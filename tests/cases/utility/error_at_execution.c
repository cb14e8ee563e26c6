// error at(execution): a warning goes on, a fatal error ends the program.
// expect: before
// expect: after the warning
// expect-stderr: error directive: take care
// expect-stderr: error directive: end of the road
// exit: 1
// reference: none because what is said is the implementation's
#include <stdio.h>

int main(void)
{
	const char *text = "take care";
	printf("before\n");
	#pragma omp error at(execution) severity(warning) message(text)
	printf("after the warning\n");
	fflush(stdout);
	if (text[0] == 'n') {
		#pragma omp error at(execution) message("not reached")
	}
	#pragma omp error at(execution) severity(fatal) message("end of the road")
	printf("not reached\n");
	return 0;
}
