/* A C file with regions that another C file includes. */
int SYMBOL(int n)
{
	int count = 0;
#pragma omp parallel for reduction(+ : count) \
	schedule(static)
	for (int i = 0; i < n; i++)
		if (i % DIVISOR == 0)
			count++;
	return count;
}
