// Chunks of distribute.
#define NOTHING 0
int main(void)
{
	double v[10];
#pragma omp teams distribute dist_schedule(static, NOTHING) // error: the chunk size of 'dist_schedule' must be positive
	for (int i = 0; i < 10; i++)
		v[i] = i;
	return (int)v[0];
}
