/* This file begins with the byte order mark of UTF-8. */
long sum_to(int n);
long sum_to(int n)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += i;
	return sum;
}
