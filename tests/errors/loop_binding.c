// loop: what it binds to must be known.
void orphaned(int *v)
{
#pragma omp loop // error: 'loop' outside of any OpenMP region needs the clause 'bind'
	for (int i = 0; i < 10; i++)
		v[i] = i;
}

void unknown(int *v)
{
#pragma omp parallel
#pragma omp loop bind(league) // error: unknown keyword 'league' in 'bind'
	for (int i = 0; i < 10; i++)
		v[i] = i;
}

void dist(int *v)
{
#pragma omp teams distribute dist_schedule(dynamic) // error: unknown keyword 'dynamic' in 'dist_schedule'
	for (int i = 0; i < 10; i++)
		v[i] = i;
}
