// num_threads with a modifier and with a list, and the clauses that go with them.
void use(void);

void work(int n)
{
#pragma omp parallel num_threads(2, ) // error: expected an expression in 'num_threads'
	use();
#pragma omp parallel num_threads(strict: 2) severity(perhaps) // error: 'perhaps' in 'severity' is neither fatal nor warning
	use();
#pragma omp parallel severity(perhaps) // error: 'perhaps' in 'severity' is neither fatal nor warning
	use();
#pragma omp parallel safesync(n) // error: 'safesync' needs a positive integer constant, not 'n'
	use();
#pragma omp parallel safesync(0) // error: 'safesync' needs a positive integer constant, not '0'
	use();
#pragma omp parallel safesync(4 / 2)
	use();
}
