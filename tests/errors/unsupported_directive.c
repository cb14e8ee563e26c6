// Directives of OpenMP that are known and not handled are refused by name.
int main(void)
{
	int x = 0;
#pragma omp metadirective when(user = {condition(1)} : parallel) // error: not supported: directive 'metadirective' on target pthread
	x = 1;
#pragma omp tile sizes(2) // error: not supported: directive 'tile' on target pthread
	for (int i = 0; i < 4; i++)
		;
	return x;
}
