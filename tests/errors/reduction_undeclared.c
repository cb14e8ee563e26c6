// A reduction by a name that no declare reduction gives, or gives for another type only.
struct box { int low, high; };
#pragma omp declare reduction(widen : struct box : omp_out.high += omp_in.high)

int main(void)
{
	int x = 0;
#pragma omp parallel reduction(largest : x) // error: no reduction 'largest' is declared for type 'int'
	x++;
#pragma omp parallel reduction(widen : x) // error: no reduction 'widen' is declared for type 'int'
	x++;
	return x;
}
