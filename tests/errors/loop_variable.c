// Loop variables that are no plain integer or pointer variables.
struct pair { int a, b; };

int main(void)
{
	struct pair s;
	int v[2];
#pragma omp parallel for
	for (s.a = 0; s.a < 4; s.a++) // error: the loop must begin by setting its variable
		;
#pragma omp parallel for
	for (v[0] = 0; v[0] < 4; v[0]++) // error: the loop must begin by setting its variable
		;
#pragma omp parallel for
	for (float x = 0; x < 1; x += 0.25f) // error: the loop variable 'x' must be an integer or a pointer
		;
#pragma omp parallel for
	for (double d = 4; d > 0; d--) // error: the loop variable 'd' must be an integer or a pointer
		;
	return 0;
}
