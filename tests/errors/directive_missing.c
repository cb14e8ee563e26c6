// A pragma with no directive's name.
int main(void)
{
	int sum = 0;
#pragma omp // error: expected the name of a directive after '#pragma omp'
	sum++;
#pragma omp (x) // error: expected the name of a directive after '#pragma omp'
	return sum;
}
