// section outside of sections, and statements between the sections.
int main(void)
{
	int x = 0;
#pragma omp section // error: 'section' must be directly inside 'sections'
	x = 1;
#pragma omp sections
	{
#pragma omp section
		x = 2;
		x = 3; // error: every statement after the first 'section' must be in a 'section'
	}
#pragma omp sections // error: 'sections' must be followed by a block in braces
	x = 4;
	return x;
}
