// Array sections of a pointer without a length, and with lengths that are not positive.
int main(void)
{
	int v[8] = {0}, *p = v;
#pragma omp parallel reduction(+ : p[:]) // error: the section of 'p' needs a length
	p[0]++;
#pragma omp parallel reduction(+ : v[2 : -1]) // error: the section of 'v' has a length that is not positive
	v[2]++;
#pragma omp parallel reduction(+ : v[-1 : 2]) // error: the section of 'v' begins before the array
	v[0]++;
	return 0;
}
