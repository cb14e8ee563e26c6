// Barriers inside a loop, a section and a task.
int main(void)
{
#pragma omp parallel for
	for (int i = 0; i < 4; i++) {
#pragma omp barrier // error: 'barrier' may not be nested in 'parallel for'
	}
#pragma omp parallel sections
	{
#pragma omp section
		{
#pragma omp barrier // error: 'barrier' may not be nested in 'section'
		}
	}
#pragma omp task
	{
#pragma omp barrier // error: 'barrier' may not be nested in 'task'
	}
	return 0;
}
