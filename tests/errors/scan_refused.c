// The third phase of a scan, which OpenMP 6.0 adds, is refused by name.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		use(0);
		#pragma omp scan init_complete // error: not supported: clause 'init_complete' on 'scan' on target pthread
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
}
