// Numbers of threads that are none.
void use(void);

void work(int n)
{
#pragma omp parallel num_threads(n n) // error: expected ')' before 'n'
	use();
#pragma omp parallel num_threads(strict: many) // error: 'many' is not declared
	use();
}
