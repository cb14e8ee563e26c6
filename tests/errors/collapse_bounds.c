// Inner bounds of collapsed loops that depend on the outer variable in a way OpenMP does not know.
int main(void)
{
	int sum = 0, n[4] = {1, 2, 3, 4};
#pragma omp parallel for collapse(2) reduction(+ : sum)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < i * i; j++) // error: the bound of 'j' may depend on 'i' only as in
			sum += j;
#pragma omp parallel for collapse(2) reduction(+ : sum)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < n[i]; j++) // error: the bound of 'j' may depend on 'i' only as in
			sum += j;
	return sum;
}
