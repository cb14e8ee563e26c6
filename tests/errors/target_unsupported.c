// What a target construct that the host runs does not handle.
#pragma omp requires reverse_offload

struct pair {
	int *first;
};

int main(void)
{
	int x = 0;
#pragma omp target device(ancestor : 1) // error: not supported: 'ancestor' in 'device' on target pthread
	x = 1;
	return x;
}
