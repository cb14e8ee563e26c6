/* A unit without any pragma, for the unit that has some. */
int doubled(int x);
int doubled(int x)
{
	return 2 * x;
}
