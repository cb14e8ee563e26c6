/* The step of an associated loop must not depend on the loop variable. */
void powers(int *a, int n)
{
	#pragma omp parallel for
	for (int i = 1; i < n; i += i) // error: the step of the loop uses the loop variable 'i' itself
		a[i] = 1;
}
