// Loops whose first part does not set the loop variable.
int main(void)
{
	int i = 0, j = 0;
#pragma omp parallel for
	for (; i < 4; i++) // error: the loop must begin by setting its variable
		;
#pragma omp parallel for
	for (i++; i < 4; i++) // error: the loop must begin by setting its variable
		;
#pragma omp parallel for
	for (i = 0, j = 0; i < 4; i++) // error: the loop must begin by setting its variable
		;
#pragma omp parallel for
	for (int k = 0, l = 1; k < 4; k++) // error: the loop must begin by setting its variable
		j += l;
	return j;
}
