// declare reduction: parts missing, a second one for the same type, and wrong variables in its expressions.
#pragma omp declare reduction(first : int) // error: expected 'name : types : combiner'
#pragma omp declare reduction(second : int : omp_out += omp_in) initializer(omp_out = 0) // error: the initializer of 'second' must set omp_priv
#pragma omp declare reduction(third : int : omp_out += omp_in)
#pragma omp declare reduction(third : int : omp_out -= omp_in) // error: 'third' is already a reduction for type 'int'
static int other;
#pragma omp declare reduction(fourth : int : omp_out += other) // error: 'other' may not be used in the combiner of 'fourth'

int main(void)
{
	return other;
}
