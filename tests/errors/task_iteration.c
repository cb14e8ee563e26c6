// task_iteration (6.0), which gives the tasks of a taskloop dependences, is refused by name.
void chain(int n, int *a)
{
#pragma omp taskloop
	for (int i = 0; i < n; i++) {
#pragma omp task_iteration depend(inout : a[i]) // error: not supported: directive 'task_iteration' on target pthread
		a[i]++;
	}
}
