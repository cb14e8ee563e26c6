// What is wrong in dispatch.
int f(int x);

int main(void)
{
	int x = 0;
	int (*p)(int) = f;
#pragma omp dispatch // error: expected a call such as 'f(x);' or 'y = f(x);' after '#pragma omp dispatch'
	x++;
#pragma omp dispatch
	x = f(x);
#pragma omp dispatch // error: expected a call such as
	x = p(x);
#pragma omp dispatch // error: expected a call such as
	x += f(x);
#pragma omp dispatch // error: expected a call such as
	{
		f(x);
	}
	return x;
}
