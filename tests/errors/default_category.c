// default with a category of variables (6.0, 7.5.1).
struct pair {
	int a, b;
};

int main(void)
{
	int x = 0, list[2] = {0}, *at = list;
	struct pair pair = {0, 0};
#pragma omp parallel default(none : aggregate)
	x = at[0] + pair.a; // error: 'pair' has no sharing
#pragma omp parallel default(none : scalar)
	at[0] = pair.a + x; // error: 'x' has no sharing
#pragma omp parallel default(none : pointer)
	at[0] = pair.a + x; // error: 'at' has no sharing
	return x;
}
