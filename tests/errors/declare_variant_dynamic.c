// Conditions that cannot be tested where a call stands.
static int flag;
int quick(int x);
#pragma omp declare variant(quick) match(user = {condition(flag)})
int base_1(int x);
#pragma omp declare variant(quick) match(user = {condition(x > 3)})
int base_2(int x);

int main(void)
{
	int flag = base_1(1); // error: not supported: a call of 'base_1' where its variant's condition is about another 'flag'
	{
		int y = base_2(flag); // error: not supported: 'x', of which the condition of a variant of 'base_2' is, at a call
#pragma omp parallel
		y++;
	}
	return flag;
}
