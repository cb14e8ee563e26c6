// Numbers of threads that are constants below one or not integers.
int main(void)
{
	int x = 0;
#pragma omp parallel num_threads(0) // error: 'num_threads' must be positive
	x = 1;
#pragma omp parallel num_threads(-3) // error: 'num_threads' must be positive
	x = 1;
#pragma omp parallel num_threads("two") // error: 'num_threads' needs an integer
	x = 1;
#pragma omp parallel num_threads(2.5) // error: 'num_threads' needs an integer
	x = 1;
	return x;
}
