// Statements that atomic read, write, capture and compare do not take.
int main(void)
{
	int x = 0, v = 0, w = 0;
#pragma omp atomic read
	v = x + 1; // error: 'atomic read' needs a statement like 'v = x'
#pragma omp atomic write
	x += 1; // error: 'atomic write' needs a statement like 'x = expression'
#pragma omp atomic capture
	x++; // error: 'atomic capture' needs a statement like 'v = x++'
#pragma omp atomic capture
	{ v = x; w++; } // error: 'atomic capture' needs a statement like 'v = x++'
#pragma omp atomic compare
	x = v; // error: 'atomic compare' needs a statement like 'if (x < e) x = e'
	return v + w;
}
