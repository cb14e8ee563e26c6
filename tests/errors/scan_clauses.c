// A scan is inclusive or exclusive.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x) // error: 'x' is inscan, but in no scan directive of the loop
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan // error: exactly one of 'inclusive' or 'exclusive' clauses is expected
		use(x);
	}
}
