// Where the initialisation phase of a scan may end.
void use(int);

void scans(int n)
{
	int x = 0;
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
		#pragma omp scan init_complete // error: the initialisation phase ends once, before the other phases
		use(x);
	}
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		use(0);
		#pragma omp scan init_complete
		use(1);
		#pragma omp scan init_complete // error: the initialisation phase ends once, before the other phases
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		{
			use(0);
			#pragma omp scan init_complete // error: 'scan' must stand right inside the braces of the loop's body
		}
		x += i;
		#pragma omp scan inclusive(x)
		use(x);
	}
	#pragma omp parallel for reduction(inscan, +: x)
	for (int i = 0; i < n; i++) {
		x += i;
		#pragma omp scan inclusive(x) init_complete // error: 'init_complete' is the only clause of its 'scan' directive
		use(x);
	}
}
