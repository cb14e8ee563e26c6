// The loops of ordered(n) are a rectangle.
void use(int);

void triangle(int n)
{
	#pragma omp parallel for ordered(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < i; j++) { // error: the bounds of the loops of ordered(n) must not depend on 'i'
			#pragma omp ordered depend(sink: i - 1, j)
			use(j);
			#pragma omp ordered depend(source)
		}
}
