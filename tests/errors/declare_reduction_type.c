// declare reduction for types that cannot be reduced, for an unknown type, and over a built-in operator.
#pragma omp declare reduction(a : int[4] : omp_out[0] += omp_in[0]) // error: 'int[4]' cannot be the type of a reduction
#pragma omp declare reduction(b : const int : omp_out += omp_in) // error: 'const int' cannot be the type of a reduction
#pragma omp declare reduction(c : nothing : omp_out += omp_in) // error: 'nothing' is not a type
#pragma omp declare reduction(+ : int : omp_out += omp_in) // error: '+' is already a reduction for type 'int'

int main(void)
{
	return 0;
}
