// Chunk sizes that are not positive or not integers.
int main(void)
{
#pragma omp for schedule(static, 0) // error: the chunk size of 'schedule' must be positive
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(dynamic, -2) // error: the chunk size of 'schedule' must be positive
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(static, 2.5) // error: the chunk size of 'schedule' must be an integer
	for (int i = 0; i < 4; i++)
		;
	return 0;
}
