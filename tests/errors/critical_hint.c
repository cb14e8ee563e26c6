// A hint on a critical region without a name.
int main(void)
{
	int x = 0;
#pragma omp critical hint(1) // error: 'hint' needs a name for the 'critical' region
	x++;
#pragma omp critical(3) // error: '3' is not a name for a 'critical' region
	x++;
	return x;
}
