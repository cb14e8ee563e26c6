// The variant must be a function of the same type.
double other(double x);
#pragma omp declare variant(nobody) match(construct = {parallel}) // error: 'nobody' is not declared
int base_2(int x);
#pragma omp declare variant(other) match(construct = {parallel}) // error: 'other' has type 'double (double)', and a variant of this function must have type 'int (int)'
int base_3(int x);
