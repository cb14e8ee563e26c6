// C errors inside regions: an undeclared name and a wrong member.
struct pair { int a, b; };

int main(void)
{
	struct pair s = {0, 0};
#pragma omp parallel
	{
		s.a = missing; // error: use of undeclared identifier 'missing'
		s.c = 1;       // error: no member named 'c' in 'struct pair'
	}
	return s.a;
}
