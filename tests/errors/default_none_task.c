// default(none) on a task inside a region where the same variable has a sharing.
int main(void)
{
	int x = 0, y = 0;
#pragma omp parallel default(none) shared(x, y)
#pragma omp single
	{
#pragma omp task default(none) shared(x)
		x = y; // error: 'y' has no declared sharing
	}
	return x;
}
