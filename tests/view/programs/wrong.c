int main(void)
{
	int x;
#pragma omp parallel private(x) shared(x)
	x = 1;
	return 0;
}
