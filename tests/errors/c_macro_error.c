// #error and an unterminated macro call near a region.
#define TWICE(x) ((x) + (x))

int main(void)
{
	int x = 0;
#ifdef _OPENMP
#error "built with OpenMP" // error: "built with OpenMP"
#endif
#pragma omp parallel
	x = TWICE(1);
	return x;
}
