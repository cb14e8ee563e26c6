// Clauses that may be written once are written twice.
int main(void)
{
	int x = 0;
#pragma omp for schedule(static) schedule(dynamic) // error: clause 'schedule' may appear only once
	for (int i = 0; i < 4; i++)
		;
#pragma omp parallel num_threads(2) num_threads(3) // error: clause 'num_threads' may appear only once
	x = 1;
#pragma omp parallel default(shared) default(shared) // error: clause 'default' may appear only once
	x = 1;
#pragma omp for collapse(1) collapse(1) // error: clause 'collapse' may appear only once
	for (int i = 0; i < 4; i++)
		;
	return x;
}
