// Loops that never reach their bound: a step of zero, the wrong direction, and != with a step over the bound.
int main(void)
{
	int i;
#pragma omp parallel for
	for (i = 0; i < 4; i += 0) // error: the step of 'i' is 0
		;
#pragma omp parallel for
	for (i = 0; i < 4; i--) // error: 'i' moves away from its bound
		;
#pragma omp parallel for
	for (i = 4; i >= 0; i += 1) // error: 'i' moves away from its bound
		;
#pragma omp parallel for
	for (i = 0; i != 4; i += 2) // error: the step of 'i' must be 1 or -1
		;
	return 0;
}
