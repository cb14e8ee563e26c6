// Directives of OpenMP that are known and not handled are refused by name.
int main(void)
{
	int x = 0;
#pragma omp target map(tofrom : x) // error: 'target' is not supported
	x = 1;
#pragma omp metadirective when(user = {condition(1)} : parallel) // error: 'metadirective' is not supported
	x = 1;
#pragma omp tile sizes(2) // error: 'tile' is not supported
	for (int i = 0; i < 4; i++)
		;
	return x;
}
