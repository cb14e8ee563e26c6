// ordered: the block may be in a function that the loop's body calls, with code before and after that runs in parallel.
// expect: wrong 0 text abcdefghijklmnopqrstuvwxyz before 26 after 26
#include <omp.h>
#include <stdio.h>

static char text[27];
static int length;

static void append(char c)
{
	#pragma omp ordered
	text[length++] = c;
}

int main(void)
{
	int before = 0, after = 0, wrong = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp for ordered schedule(static, 1) reduction(+: before, after)
		for (int i = 0; i < 26; i++) {
			before++;
			append((char)('a' + i));
			after += omp_get_num_threads() - 2;
		}
	}
	for (int i = 0; i < 26; i++)
		wrong += text[i] != 'a' + i;
	printf("wrong %d text %s before %d after %d\n", wrong, text, before, after);
	return 0;
}
