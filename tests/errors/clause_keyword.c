// Unknown words in the clauses that take one of a few.
int main(void)
{
	int x = 0;
#pragma omp parallel default(sharedd) // error: unknown keyword 'sharedd' in 'default'
	x = 1;
#pragma omp parallel proc_bind(closer) // error: unknown keyword 'closer' in 'proc_bind'
	x = 1;
#pragma omp for order(random) // error: unknown keyword 'random' in 'order'
	for (int i = 0; i < 4; i++)
		;
	return x;
}
