// One variable in two clauses that say different things.
int main(void)
{
	int x = 0, y = 0, z = 0;
#pragma omp parallel shared(x) private(x) // error: 'x' appears in both 'shared' and 'private'
	x = 1;
#pragma omp parallel private(x) firstprivate(y, x) // error: 'x' appears in both 'private' and 'firstprivate'
	x = y;
#pragma omp parallel firstprivate(z) reduction(+ : z) // error: 'z' appears in both 'firstprivate' and 'reduction'
	z++;
#pragma omp parallel for private(y) lastprivate(y) // error: 'y' appears in both 'private' and 'lastprivate'
	for (int i = 0; i < 4; i++)
		y = i;
#pragma omp parallel reduction(+ : x) reduction(* : x) // error: 'x' appears twice in 'reduction'
	x = 1;
	return 0;
}
