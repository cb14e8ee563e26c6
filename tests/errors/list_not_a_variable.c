// Members, elements, sections and expressions in lists of variables.
struct pair { int a, b; };

int main(void)
{
	struct pair s = {0, 0}, *p = &s;
	int v[4] = {0};
#pragma omp parallel private(s.a) // error: 's.a' in 'private' is not the name of a variable
	s.b = 1;
#pragma omp parallel firstprivate(v[0]) // error: 'v[0]' in 'firstprivate' is not the name of a variable
	v[1] = 1;
#pragma omp parallel shared(p->a) // error: 'p->a' in 'shared' is not the name of a variable
	p->b = 1;
#pragma omp parallel private(v[0 : 2]) // error: 'v[0 : 2]' in 'private' is not the name of a variable
	v[1] = 1;
#pragma omp parallel shared(3) // error: '3' in 'shared' is not the name of a variable
	v[1] = 1;
	return 0;
}
