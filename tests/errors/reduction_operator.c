// Reductions with what is no operator, with no operator, and with a name that no declare reduction gives.
int main(void)
{
	int x = 0;
#pragma omp parallel reduction(% : x) // error: '%' is not a reduction operator
	x++;
#pragma omp parallel reduction(x) // error: expected 'operator : variables' in 'reduction'
	x++;
#pragma omp parallel reduction(<< : x) // error: '<<' is not a reduction operator
	x++;
#pragma omp parallel reduction(: x) // error: expected one operator before ':' in 'reduction'
	x++;
	return x;
}
