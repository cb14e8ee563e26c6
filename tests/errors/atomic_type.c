// atomic on a structure and on a pointer-sized difference of types that cannot be updated at once.
struct pair { int a, b; };

int main(void)
{
	struct pair s = {0, 0}, t = {1, 1};
#pragma omp atomic write
	s = t; // error: 's' of type 'struct pair' cannot be atomic
#pragma omp atomic read
	t = s; // error: 's' of type 'struct pair' cannot be atomic
	return t.a;
}
