// A declaration is no statement.
int main(void)
{
	int x = 0;
#pragma omp parallel // error: 'parallel' must be followed by a statement
	int y = 1;
#pragma omp task // error: 'task' must be followed by a statement
	extern int z;
	return x + y;
}
