// Wrong schedule kinds, chunks and modifiers.
int main(void)
{
#pragma omp for schedule(statik) // error: unknown schedule kind 'statik'
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(auto, 4) // error: schedule(auto) takes no chunk size
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(runtime, 4) // error: schedule(runtime) takes no chunk size
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(quick : static) // error: unknown modifier 'quick' in 'schedule'
	for (int i = 0; i < 4; i++)
		;
#pragma omp for schedule(dynamic, ) // error: expected an expression in 'schedule'
	for (int i = 0; i < 4; i++)
		;
	return 0;
}
