// A phase of a scan is left at its end.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		if (i % 2)
			continue; // error: 'continue' leaves a phase of the scan
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
}
