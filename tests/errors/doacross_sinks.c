// A sink names one iteration of each loop, by its variable and a constant.
void use(int);

void sinks(int n)
{
	#pragma omp parallel for ordered(1)
	for (int i = 0; i < n; i++) {
		#pragma omp ordered depend(sink: i - n) // error: 'depend' needs a positive integer constant: it must be known when the program is compiled
		#pragma omp ordered depend(sink: n - 1) // error: the loop variable 'i' is expected here
		#pragma omp ordered depend(sink: i - 1, i) // error: there are more iterations named here than loops
		use(i);
		#pragma omp ordered depend(source)
	}
}
