// default(none) covers what only the loop's header or a macro in the body names, but not its own loop variable.
#define WEIGHT (scale * 2)

int main(void)
{
	int n = 4, scale = 1, sum = 0;
	const int limit = 2;
#pragma omp parallel for default(none) reduction(+ : sum)
	for (int i = 0; i < n; i++) { // error: 'n' has no declared sharing
		sum += WEIGHT;        // error: 'scale' has no declared sharing
		if (i > limit)        // error: 'limit' has no declared sharing
			sum++;
	}
	return sum;
}
