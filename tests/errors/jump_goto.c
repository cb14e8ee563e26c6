// goto out of a region, and past the end of a loop.
int f(int n)
{
#pragma omp parallel
	{
		if (n > 3)
			goto out; // error: 'goto' leaves the 'parallel' region
#pragma omp single
		{
			if (n > 2)
				goto inside; // error: 'goto' leaves the 'single' region
		}
	inside:
		n = n + 0;
	}
out:
	return n;
}
