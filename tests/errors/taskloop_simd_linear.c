// linear of taskloop simd: tasks have no numbered iterations to set a variable from.
int main(void)
{
	int x = 0;
#pragma omp taskloop simd linear(x : 2) // error: not supported: 'linear' on 'taskloop simd' for a variable that is no loop's
	for (int i = 0; i < 10; i++)
		x += 2;
	return x;
}
