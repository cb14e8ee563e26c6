// default(none): every variable from outside needs a clause; the message is where it is first used, once for each.
static int global;

int main(void)
{
	int x = 0, y = 1, z[4] = {0};
	static int s;
#pragma omp parallel default(none) shared(x)
	{
		int mine = 1;
		x += y;   // error: 'y' has no declared sharing
		z[0] = y; // error: 'z' has no declared sharing
		x += mine;
		s++;      // error: 's' has no declared sharing
		global++; // error: 'global' has no declared sharing
		global++;
	}
	return x;
}
