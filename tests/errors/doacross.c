// ordered(n) and the dependences between iterations.
void use(int);

void forms(int n)
{
	#pragma omp parallel for ordered(1)
	for (int i = 0; i < n; i++) {
		#pragma omp ordered doacross(sink: omp_cur_iteration - 2) // error: expected 'sink: omp_cur_iteration - 1'
		use(i);
		#pragma omp ordered doacross(source) // error: expected 'doacross(source:)'
	}
	#pragma omp parallel for ordered(1)
	for (int i = 0; i < n; i++) {
		#pragma omp ordered depend(in: n) // error: 'depend' on 'ordered' is for source or for 'sink: iteration'
		use(i);
		#pragma omp ordered depend(source:) // error: expected 'depend(source)'
	}
}
