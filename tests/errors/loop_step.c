// Loops whose last part does not move the loop variable by a fixed amount.
int main(void)
{
	int i, j = 0;
#pragma omp parallel for
	for (i = 0; i < 4; ) // error: must step 'i' by a fixed amount
		;
#pragma omp parallel for
	for (i = 1; i < 4; i *= 2) // error: must step 'i' by a fixed amount
		;
#pragma omp parallel for
	for (i = 0; i < 4; j++) // error: must step 'i' by a fixed amount
		;
#pragma omp parallel for
	for (i = 0; i < 4; i++, j++) // error: must step 'i' by a fixed amount
		;
#pragma omp parallel for
	for (i = 0; i < 4; i = j + 1) // error: must step 'i' by a fixed amount
		;
	return j;
}
