// goto and case labels into a region.
int f(int n)
{
	if (n > 3)
		goto inside; // error: 'goto' enters the 'parallel' region
#pragma omp parallel
	{
	inside:
		n = n + 0;
	}
	switch (n) {
	case 0:
#pragma omp critical
		{
		case 1: // error: 'case' enters the 'critical' region
			n++;
		}
	}
	return n;
}
