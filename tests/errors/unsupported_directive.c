// Directives of OpenMP that are known and not handled are refused by name.
int main(void)
{
	int x = 1;
#pragma omp tile sizes(2) // error: not supported: directive 'tile' on target pthread
	for (int i = 0; i < 4; i++)
		;
	return x;
}
