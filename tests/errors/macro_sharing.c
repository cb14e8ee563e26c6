// A conflict of clauses that come out of a macro.
#define SHARING shared(x) private(x)

int main(void)
{
	int x = 0;
#pragma omp parallel SHARING // error: 'x' appears in both 'shared' and 'private'
	x = 1;
	return x;
}
