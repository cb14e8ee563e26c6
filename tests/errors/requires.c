// requires comes too late, contradicts, or stands in a function.
static int x;

static void before(void)
{
#pragma omp atomic // note: this 'atomic' comes before it
	x++;
#pragma omp target // note: this 'target' comes before it
	x++;
}

#pragma omp requires // error: 'requires' needs a clause
#pragma omp requires atomic_default_mem_order(relaxed) // error: 'atomic_default_mem_order' must be required before the first construct that it is about
#pragma omp requires dynamic_allocators unified_address // error: 'unified_address' must be required before the first construct that it is about
int main(void)
{
#pragma omp requires dynamic_allocators // error: 'requires' must stand outside of functions
	before();
	return 0;
}
