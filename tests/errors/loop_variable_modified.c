// The loop variable is assigned in the loop's body.
int main(void)
{
	int sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		sum += i;
		if (i % 2)
			i++; // error: 'i' is the loop variable and must not change
	}
#pragma omp parallel for collapse(2)
	for (int j = 0; j < 4; j++)
		for (int k = 0; k < 4; k++)
			j += k; // error: 'j' is the loop variable and must not change
	return sum;
}
