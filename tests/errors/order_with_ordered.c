// Iterations that may run in any order have none to keep.
void loops(int n, int *v)
{
	#pragma omp parallel for order(concurrent) ordered // error: 'concurrent' and 'ordered' cannot be combined
	for (int i = 0; i < n; i++)
		v[i] = i;
}
