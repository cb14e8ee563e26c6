// The same in the forms of 6.0, and where libclang's own message says little.
enum { NONE, ONE };
#define NOTHING 0
int main(void)
{
	double v[10];
	int n = 4;
#pragma omp teams num_teams(NONE : n) // error: 'num_teams' must be positive
	v[0] = 1;
#pragma omp teams num_teams(1 : ONE - 1) // error: 'num_teams' needs a positive integer constant
	v[0] = 1;
#pragma omp parallel num_threads(2, NOTHING) // error: 'num_threads' must be positive
	v[0] = 1;
#pragma omp parallel num_threads(n, n, -1) // error: 'num_threads' must be positive
	v[0] = 1;
#pragma omp parallel num_threads(n, ONE)
	v[0] = 1;
	return (int)v[0];
}
