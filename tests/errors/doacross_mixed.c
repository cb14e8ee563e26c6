// A loop has ordered blocks or dependences between its iterations, not both.
void use(int);

void mixed(int n)
{
	#pragma omp parallel for ordered
	for (int i = 0; i < n; i++) {
		#pragma omp ordered doacross(sink: i - 1)
		#pragma omp ordered // error: 'ordered' with a block and 'ordered' with dependences cannot be in one loop
		use(i);
		#pragma omp ordered doacross(source:)
	}
}
