// What is wrong in a statement that a metadirective repeats is said once.
int f(int x, int *v)
{
#pragma omp metadirective when(user = {condition(x > 1)} : parallel for) otherwise(parallel for num_threads(2))
	for (int i = 0; i < x; i++) {
		if (v[i])
			break; // error: 'break' leaves the 'parallel for' region
	}
#pragma omp metadirective when(user = {condition(x > 1)} : parallel) when(user = {condition(x < 0)} : parallel if(x == -1))
	{
#pragma omp metadirective when(user = {condition(x > 10)} : single)
		for (int i = 0; i < x; i++)
#pragma omp barrier // error: 'barrier'
			v[i] = 0;
	}
	return x;
}
