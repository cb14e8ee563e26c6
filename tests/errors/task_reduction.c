// Task reductions of what is not handled yet.
int main(void)
{
	int v[10] = {0};
#pragma omp taskgroup task_reduction(+ : v[2 : 4]) // error: not supported: an array section
	v[2]++;
	return v[0];
}
