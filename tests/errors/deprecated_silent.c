// flags: -Wno-deprecated-declarations
static int wrong(void)
{
	int sum = 0;
	#pragma omp parallel proc_bind(master) reduction(- : sum)
	#pragma omp master
	sum++;
	#pragma omp error at(compilation) severity(warning) message("heard") // warning: error directive: "heard"
	return sum;
}

int main(void)
{
	return wrong();
}
