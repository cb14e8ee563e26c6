// Declarators that cannot be taken apart.
#define PAIR static int first, second
PAIR; // error: not supported: a declaration of threadprivate and other variables together; declare 'second' by itself
#pragma omp threadprivate(second)
static struct {
	int x;
} one, two; // error: not supported: a declaration of threadprivate and other variables together; declare 'one' by itself
#pragma omp threadprivate(one)
int main(void)
{
	return first + second + one.x + two.x;
}
