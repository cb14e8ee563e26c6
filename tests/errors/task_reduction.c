// Task reductions of what is not handled yet.
int main(void)
{
	int v[10][4] = {{0}};
#pragma omp taskgroup task_reduction(+ : v[2 : 1][1 : 2]) // error: not supported: a section of 'v' that leaves out part of a dimension after the first, in a task reduction
	v[2][1]++;
	return v[0][0];
}
