// What stands between or after clauses and is none.
int main(void)
{
	int x = 0;
#pragma omp parallel = 3 // error: expected a clause, found '='
	x = 1;
#pragma omp parallel private(x), // error: expected a clause after ','
	x = 1;
#pragma omp barrier; // error: expected a clause, found ';'
#pragma omp parallel private(x)) // error: expected a clause, found ')'
	x = 1;
	return x;
}
