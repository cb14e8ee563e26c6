/* A shared scalar that the region writes is reached through a pointer; one that is only read is a copy; arrays decay. */
int count_positive(const int *values, int n)
{
	int found = 0, histogram[4] = {0, 0, 0, 0};

	#pragma omp parallel
	{
		#pragma omp for nowait
		for (int i = 0; i < n; i++) {
			if (values[i] > 0) {
				#pragma omp atomic
				found++; /* a comment in the region stays */
				#pragma omp atomic
				histogram[values[i] % 4]++;
			}
		}
	}
	return found + histogram[0];
}
