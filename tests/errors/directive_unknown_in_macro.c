// A misspelt directive in a _Pragma operator, written plainly and by a macro, is refused at its line.
#define OMP(text) _Pragma(#text)

int main(void)
{
	int sum = 0;

	_Pragma("omp singel") // error: unknown directive 'singel'; did you mean 'single'?
	sum++;
	OMP(omp mastre) // error: unknown directive 'mastre'; did you mean 'master'?
	sum++;
	return sum;
}
