// The order clause: concurrent, with one of two modifiers.
void loops(int n, int *v)
{
	#pragma omp parallel for order(random: concurrent) // error: unknown modifier 'random' in 'order'; the modifiers are reproducible and unconstrained
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp parallel for order(reproducible concurrent) // error: expected one word in 'order'
	for (int i = 0; i < n; i++)
		v[i] = i;
}
