// Loops whose condition does not compare the loop variable with a bound.
int main(void)
{
	int i, n = 4, v[8] = {0};
#pragma omp parallel for
	for (i = 0; ; i++) // error: condition must compare 'i'
		v[i & 7] = 1;
#pragma omp parallel for
	for (i = 0; i == n; i++) // error: condition must compare 'i'
		v[i] = 1;
#pragma omp parallel for
	for (i = 0; n < 8; i++) // error: condition must compare 'i'
		v[i] = 1;
#pragma omp parallel for
	for (i = 0; i < n && v[i] == 0; i++) // error: condition must compare 'i'
		v[i] = 1;
#pragma omp parallel for
	for (i = n; i; i--) // error: condition must compare 'i'
		v[i] = 1;
	return 0;
}
