// Metadirectives that choose by where they run: in a target region, and in functions that it calls.
// expect: host 1 region 2 called 2 on the host 1
// expect: 5 4950
// expect: plain 5 4950
// env: PPCC_HOST_DEVICES=1
// reference: none because native compilers have no device here
#include <stdio.h>

static int where(void)
{
	int place = 0;
	#pragma omp metadirective when(device = {kind(nohost)} : atomic write) otherwise(nothing)
	place = 1;
	#pragma omp metadirective when(device = {kind(host)} : nothing) otherwise(flush)
	#pragma omp metadirective when(device = {kind(nohost)} : simd) when(device = {kind(host)} : nothing)
	for (int i = 0; i < 1; i++)
		place++;
	return place - 1;
}

static int number(int start)
{
	int found = start;
	#pragma omp metadirective when(device = {kind(host)} : parallel num_threads(1) reduction(+ : found)) otherwise(nothing)
	found += 1;
	return found;
}

int main(void)
{
	int region = 0, called = 0, on_host = 0, sum = 0, last = 0;
	#pragma omp target map(from : called)
	called = number(1);
	#pragma omp target map(from : region)
	region = where() + number(0);
	#pragma omp target map(from : on_host) if(0)
	on_host = number(0);
	printf("host %d region %d called %d on the host %d\n", where(), region, called, on_host);

	#pragma omp target map(tofrom : sum) map(from : last)
	{
		last = 2;
		#pragma omp metadirective when(device = {kind(nohost)} : parallel for reduction(+ : sum)) otherwise(simd reduction(+ : sum))
		for (int i = 0; i < 100; i++)
			sum += i;
		last += 3;
	}
	printf("%d %d\n", last, sum);

	sum = 0;
	#pragma omp target teams map(tofrom : sum) map(tofrom : last) num_teams(1)
	#pragma omp metadirective when(device = {kind(nohost)} : distribute parallel for reduction(+ : sum)) otherwise(distribute parallel for num_threads(1) reduction(+ : sum))
	for (int i = 0; i < 100; i++)
		sum += i;
	printf("plain %d %d\n", last, sum);
	return 0;
}
