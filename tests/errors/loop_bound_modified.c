// The bound or the step of a loop is assigned in the loop's body.
int main(void)
{
	int n = 100, step = 1, sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		sum += i;
		n = 50; // error: 'n' controls the loop and must not change
	}
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i += step) {
		sum += i;
		step++; // error: 'step' controls the loop and must not change
	}
	return sum;
}
