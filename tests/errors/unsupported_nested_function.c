// A nested function, which GNU C allows, in a region.
int main(void)
{
	int x = 0;
#pragma omp parallel
	{
		int twice(int v) { return 2 * v; } // error: function definition is not allowed here
		x = twice(x);
	}
	return x;
}
