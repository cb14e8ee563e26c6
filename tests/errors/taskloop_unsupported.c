// What of taskloop is not handled yet.
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
	return x + v[0];
}
