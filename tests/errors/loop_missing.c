// Loop directives that no for loop follows.
int main(void)
{
	int i = 0;
#pragma omp parallel for // error: 'parallel for' must be followed by a for loop
	while (i < 4)
		i++;
#pragma omp for // error: 'for' must be followed by a for loop
	{
		for (i = 0; i < 4; i++)
			;
	}
#pragma omp simd // error: 'simd' must be followed by a for loop
	i = 0;
	return i;
}
