// Statements that atomic, which means update, does not take.
int f(void);

int main(void)
{
	int x = 0, y = 0;
#pragma omp atomic
	x = y; // error: 'atomic' needs a statement like 'x += expression'
#pragma omp atomic
	f(); // error: 'atomic' needs a statement like 'x += expression'
#pragma omp atomic
	{ x += 1; y += 1; } // error: 'atomic' needs a statement like 'x += expression'
#pragma omp atomic update
	if (x) // error: 'atomic update' needs a statement like 'x += expression'
		x++;
#pragma omp atomic
	x = y + 1; // error: 'atomic' needs a statement like 'x += expression'
	return x;
}
