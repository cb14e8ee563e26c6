// Names in clause expressions that are not declared.
int main(void)
{
	int x = 0;
#pragma omp parallel num_threads(workers) // error: 'workers' is not declared
	x = 1;
#pragma omp parallel if(wanted > 3) // error: 'wanted' is not declared
	x = 1;
#pragma omp for schedule(dynamic, chunk) // error: 'chunk' is not declared
	for (int i = 0; i < 4; i++)
		;
	return x;
}
