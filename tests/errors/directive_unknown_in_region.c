// An unknown directive inside a region is not passed over.
int main(void)
{
	int sum = 0;
#pragma omp parallel
	{
#pragma omp crtical // error: unknown directive 'crtical'; did you mean 'critical'?
		sum++;
	}
	return sum;
}
