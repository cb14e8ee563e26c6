// collapse and ordered over more loops than there are.
int main(void)
{
	int sum = 0;
#pragma omp parallel for collapse(2) reduction(+ : sum) // error: collapse(2) needs 2 nested loops
	for (int i = 0; i < 4; i++)
		sum += i;
#pragma omp for collapse(3) // error: collapse(3) needs 3 nested loops
	for (int i = 0; i < 4; i++) {
		for (int j = 0; j < 4; j++) {
			sum += j;
		}
	}
#pragma omp for collapse(2) // error: collapse(2) needs 2 nested loops
	for (int i = 0; i < 4; i++)
		if (i > 0)
			for (int j = 0; j < 4; j++)
				sum += j;
	return sum;
}
