/* Two loops shared out as one. */
enum { ROWS = 100, COLUMNS = 8 };

void scale(double m[ROWS][COLUMNS], double factor)
{
	#pragma omp parallel for collapse(2)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			m[i][j] *= factor;
}
