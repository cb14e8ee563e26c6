// Where ordered with depend may stand, and what its loops must be.
void use(int);

void places(int n)
{
	#pragma omp parallel for ordered
	for (int i = 0; i < n; i++) {
		#pragma omp ordered depend(source) // error: 'ordered depend' is for a loop with ordered(n), the number of its loops
		use(i);
	}
	#pragma omp parallel for ordered(1)
	for (int i = 0; i < n; i++) {
		#pragma omp ordered // error: the loop has ordered(n), so 'ordered' needs a clause depend or doacross here
		use(i);
	}
	#pragma omp parallel for ordered(1) collapse(2) // error: ordered(n) must name at least as many loops as collapse(n)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			use(j);
}
