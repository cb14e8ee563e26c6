// break and continue that would leave a region or its loop.
int main(void)
{
	int x = 0;
#pragma omp parallel for
	for (int i = 0; i < 4; i++)
		if (i == 2)
			break; // error: 'break' leaves the 'parallel for' region
	for (int i = 0; i < 4; i++) {
#pragma omp parallel
		{
			if (i == 2)
				continue; // error: 'continue' leaves the 'parallel' region
		}
#pragma omp critical
		if (i == 3)
			break; // error: 'break' leaves the 'critical' region
	}
	return x;
}
