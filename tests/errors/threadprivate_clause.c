// A threadprivate variable in sharing clauses, and copyin of one that is not threadprivate.
static int counter, plain;
#pragma omp threadprivate(counter)

int main(void)
{
#pragma omp parallel private(counter) // error: 'counter' is threadprivate
	counter++;
#pragma omp parallel shared(counter) // error: 'counter' is threadprivate
	counter++;
#pragma omp parallel firstprivate(counter) // error: 'counter' is threadprivate
	counter++;
#pragma omp parallel reduction(+ : counter) // error: 'counter' is threadprivate
	counter++;
#pragma omp parallel copyin(plain) // error: 'plain' in 'copyin' is not threadprivate
	plain = 1;
	return 0;
}
