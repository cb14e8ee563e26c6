// What is wrong in the arguments that declare variant and dispatch change, and in what dispatch stands before.
int quick(int x);
#pragma omp declare variant(quick) match(construct = {dispatch}) adjust_args(need_device_ptr : y) // error: 'y' in 'adjust_args' is no parameter of 'base_1'
int base_1(int x);
#pragma omp declare variant(quick) match(construct = {dispatch}) adjust_args(x) // error: expected 'need_device_ptr : parameters' or 'nothing : parameters' in 'adjust_args'
int base_2(int x);
#pragma omp declare variant(quick) match(construct = {dispatch}) append_args(target) // error: expected 'interop(...)' in 'append_args'
int base_3(int x);

int main(void)
{
	return 0;
}
