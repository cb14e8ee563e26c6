int a;
void f(void);
#pragma omp declare target to(f, a) device_type(some) // error: 'some' in 'device_type' is none of host, nohost and any
#pragma omp declare target link(a) // error: 'a' in 'declare target' is in both 'enter' and 'link'
#pragma omp end declare target // error: 'end declare target' without a 'begin declare target' before it
void f(void)
{
	int local = 0;
	#pragma omp declare target to(local) // error: 'local' in 'declare target' must have static storage
	local++;
}
#pragma omp begin declare target // error: 'begin declare target' without an 'end declare target' after it
int c;
