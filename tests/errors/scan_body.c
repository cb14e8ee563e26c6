// What the body of a scan loop may hold.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		int twice = 2 * i;
		x += twice;
		#pragma omp scan inclusive(x) // error: not supported: 'scan' between the declaration of 'twice' and a use: the two phases do not run together
		use(x + twice);
	}
	#pragma omp parallel for reduction(inscan, +: x) ordered // error: a loop with an inscan reduction takes neither 'schedule' nor 'ordered'
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
	#pragma omp parallel for reduction(inscan, +: x) schedule(dynamic) // error: a loop with an inscan reduction takes neither 'schedule' nor 'ordered'
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
}
