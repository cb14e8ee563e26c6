// Clauses on directives that do not take them.
static int counter;
#pragma omp threadprivate(counter)

int main(void)
{
	int x = 0;
#pragma omp for copyin(counter) // error: clause 'copyin' is not allowed on 'for'
	for (int i = 0; i < 4; i++)
		;
#pragma omp parallel nowait // error: clause 'nowait' is not allowed on 'parallel'
	x++;
#pragma omp parallel lastprivate(x) // error: clause 'lastprivate' is not allowed on 'parallel'
	x = 1;
#pragma omp single reduction(+ : x) // error: clause 'reduction' is not allowed on 'single'
	x++;
#pragma omp barrier nowait // error: clause 'nowait' is not allowed on 'barrier'
	return x;
}
