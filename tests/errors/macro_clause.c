// Errors in pragma text that comes out of macros are reported at the pragma's line.
#define SCHEDULE dynamik
#define SHARING shared(x) private(x)

int main(void)
{
	int x = 0;
#pragma omp parallel for schedule(SCHEDULE) // error: unknown schedule kind 'dynamik'
	for (int i = 0; i < 4; i++)
		;
	return x;
}
