// A brace that is never closed in a function with a region.
int main(void)
{
	int x = 0;
#pragma omp parallel
	{
		x++;
} // error: expected '}'
