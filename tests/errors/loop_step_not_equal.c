// A loop with != counts by 1 or -1.
void loops(int n, int step)
{
	#pragma omp parallel for
	for (int i = 0; i != n; i += step) // error: the step of 'i' must be 1 or -1 in a loop with !=: another step may jump over the bound
		;
}
