// detach without a variable.
int main(void)
{
	int x = 0;
#pragma omp task detach() // error: expected a variable name in 'detach'
	x++;
#pragma omp task detach(x, x) // error: 'detach' takes one variable, of type omp_event_handle_t
	x++;
	return x;
}
