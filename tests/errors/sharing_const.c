// const variables where each thread would have to write its copy.
int main(void)
{
	const int limit = 4;
	int x = 0;
#pragma omp parallel private(limit) // error: 'limit' is const
	x = limit;
#pragma omp parallel for lastprivate(limit) // error: 'limit' is const
	for (int i = 0; i < 4; i++)
		x = limit;
#pragma omp parallel reduction(+ : limit) // error: 'limit' is const
	x = limit;
	return x;
}
