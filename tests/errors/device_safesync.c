// flags: --pp-target=opencl --pp-no-fallback
// requires device_safesync: threads that wait for each other cannot be the work-items of a kernel.
#pragma omp requires device_safesync

int main(void)
{
	int x = 0;
	#pragma omp target map(x)
	x++;
	#pragma omp target parallel for reduction(+: x) // error: this target region cannot be a kernel: 'device_safesync'
	for (int i = 0; i < 8; i++)
		x++;
	return x;
}
