// Reductions whose operator does not fit the type of the variable.
struct pair { int a, b; };

int main(void)
{
	struct pair s = {0, 0};
	float f = 0;
	int x = 0, *p = &x;
	double _Complex z = 0;
#pragma omp parallel reduction(& : f) // error: 'f' of type 'float' cannot be reduced with '&'
	f++;
#pragma omp parallel reduction(+ : s) // error: 's' of type 'struct pair' cannot be reduced with '+'
	s.a++;
#pragma omp parallel reduction(+ : p) // error: 'p' of type 'int *' cannot be reduced with '+'
	x++;
#pragma omp parallel reduction(max : z) // error: 'z' of type '_Complex double' cannot be reduced with 'max'
	z += 1;
	return 0;
}
