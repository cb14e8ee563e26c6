// nowait on a combined parallel directive, and clauses that none of its leaves takes.
int main(void)
{
	int x = 0;
#pragma omp parallel for nowait // error: clause 'nowait' is not allowed on 'parallel for'
	for (int i = 0; i < 4; i++)
		;
#pragma omp parallel sections schedule(static) // error: clause 'schedule' is not allowed on 'parallel sections'
	{
		x = 1;
	}
#pragma omp parallel for copyprivate(x) // error: clause 'copyprivate' is not allowed on 'parallel for'
	for (int i = 0; i < 4; i++)
		;
	return x;
}
