// A loop that unroll changes, under a construct that is about the changed loop.
int main(void)
{
	int v[10];
#pragma omp parallel for
#pragma omp unroll partial(2) // error: not supported: '#pragma omp parallel for' on a loop that another directive is about
	for (int i = 0; i < 10; i++)
		v[i] = i;
	return v[0];
}
