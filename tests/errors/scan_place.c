// Where a scan directive may stand.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		if (i > 2)
		{
			#pragma omp scan inclusive(x) // error: 'scan' must stand right inside the braces of the loop's body
		}
		use(x);
	}
	use(x);
}
