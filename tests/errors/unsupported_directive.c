// Directives of OpenMP that are known and not handled are refused by name.
int main(void)
{
	int x = 1;
#pragma omp taskgraph // error: not supported: directive 'taskgraph' on target pthread
	x = 2;
	return x;
}
