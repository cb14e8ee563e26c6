// Numbers of threads that are none.
void use(void);

void work(int n)
{
#pragma omp parallel num_threads(loose: 4) // error: 'loose' is not declared
	use();
#pragma omp parallel num_threads(n n) // error: expected ')' before 'n'
	use();
}
