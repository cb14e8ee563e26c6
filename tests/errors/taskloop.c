// Mistakes on taskloop.
int main(void)
{
	int x = 0, v[10];
#pragma omp taskloop grainsize(2) num_tasks(3) // error: 'grainsize' and 'num_tasks' cannot be combined
	for (int i = 0; i < 10; i++)
		v[i] = i;
#pragma omp taskloop num_tasks(loose : 3) // error: unknown keyword 'loose' in 'num_tasks'
	for (int i = 0; i < 10; i++)
		v[i] = i;
#pragma omp taskloop nogroup reduction(+ : x) // error: cannot be combined
	for (int i = 0; i < 10; i++)
		x += i;
	return x + v[0];
}
