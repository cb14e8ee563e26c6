// Loops with reduction(inscan, ...) and their scan directive.
void use(int);

void scans(int n)
{
	int x = 0, y = 0;
	#pragma omp parallel for reduction(inscan, +: x) // error: 'x' is inscan, but in no scan directive of the loop
	for (int i = 0; i < n; i++)
		use(x += i);
	#pragma omp parallel for reduction(+: x)
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x) // error: 'x' is in no reduction(inscan, ...) clause of the enclosing loop
		use(x);
	}
	#pragma omp parallel for reduction(inscan, +: x, y) // error: 'y' is inscan, but in no scan directive of the loop
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
	#pragma omp parallel reduction(inscan, +: x) // error: reduction(inscan, ...) is for loops
	use(x);
	use(y);
}
