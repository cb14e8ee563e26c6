/* Macros outside what must be edited stay as they are written. */
#define SQUARE(x) ((x) * (x))
#define LIMIT 100

int squares(int n)
{
	int sum = 0, scale = 2;

	#pragma omp parallel for reduction(+ : sum) schedule(static) if(n > LIMIT)
	for (int i = 0; i < n; i++)
		sum += SQUARE(i * scale);
	return sum;
}
