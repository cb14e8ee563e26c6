// A critical region inside one of the same name would wait for itself.
int main(void)
{
	int x = 0;
#pragma omp parallel
	{
#pragma omp critical(guard)
		{
#pragma omp critical(guard) // error: 'critical (guard)' may not be nested in itself
			x++;
		}
#pragma omp critical
		{
			if (x)
#pragma omp critical // error: 'critical' may not be nested in itself
				x++;
		}
	}
	return x;
}
