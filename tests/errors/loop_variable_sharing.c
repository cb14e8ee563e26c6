// The loop variable in clauses that would give it another sharing.
int main(void)
{
	int i, j;
#pragma omp for firstprivate(i) // error: the loop variable 'i' cannot be 'firstprivate'
	for (i = 0; i < 4; i++)
		;
#pragma omp parallel for reduction(+ : i) // error: the loop variable 'i' cannot be 'reduction'
	for (i = 0; i < 4; i++)
		;
#pragma omp for collapse(2) firstprivate(j) // error: the loop variable 'j' cannot be 'firstprivate'
	for (i = 0; i < 4; i++)
		for (j = 0; j < 4; j++)
			;
	return 0;
}
