// What of taskloop and unroll is not handled yet.
int main(void)
{
	int x = 0, v[10];
#pragma omp taskloop firstprivate(x) lastprivate(x) // error: not supported: 'x' both firstprivate and lastprivate on 'taskloop' on target pthread
	for (int i = 0; i < 10; i++)
		x = i;
#pragma omp taskloop collapse(2) // error: not supported: 'taskloop' on loops whose bounds use outer loop variables
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < i; j++)
			v[i] = j;
#pragma omp parallel for
#pragma omp unroll partial(2) // error: not supported: '#pragma omp parallel for' on a loop that another directive is about
	for (int i = 0; i < 10; i++)
		v[i] = i;
	return x + v[0];
}
