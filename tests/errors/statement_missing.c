// Directives with no statement after them.
int main(void)
{
	int x = 0;
	{
#pragma omp parallel // error: 'parallel' must be followed by a statement
	}
	{
#pragma omp critical // error: 'critical' must be followed by a statement
	}
	switch (x) {
	case 0:
		x = 1;
#pragma omp single // error: 'single' must be followed by a statement
	}
	return x;
}
