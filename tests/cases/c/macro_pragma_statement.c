// _Pragma in macros: with a loop, with parameters, with stringified clause lists, and inside do ... while (0).
// expect: 4950 4950 9900 3 100
#include <stdio.h>

#define STRING(x) #x
#define OMP(...) _Pragma(STRING(omp __VA_ARGS__))
#define PARALLEL_FOR _Pragma("omp parallel for")
#define FORALL(i, n, clauses) OMP(parallel for clauses) for (int i = 0; i < (n); i++)
#define LOCKED(statement)                                                                                              \
	do {                                                                                                           \
		_Pragma("omp critical(guard)")                                                                         \
		{ statement; }                                                                                         \
	} while (0)
#define ATOMIC(update) OMP(atomic) update

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0, n = 100;
	int squares[100];

	OMP(parallel for reduction(+ : a) schedule(static, 2))
	for (int i = 0; i < n; i++)
		a += i;
	FORALL(i, n, reduction(+ : b)) b += i;
	PARALLEL_FOR
	for (int i = 0; i < n; i++)
		LOCKED(c += 2 * i);
	FORALL(i, n, num_threads(3) shared(squares)) {
		squares[i] = i;
		if (squares[i] % 40 == 0)
			ATOMIC(d += 1);
	}
	printf("%d %d %d %d %d\n", a, b, c, d, squares[99] + 1);
	return 0;
}
