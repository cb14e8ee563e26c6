// Tabs, form feeds and vertical tabs as blanks, code in column one, trailing blanks, and empty lines in odd places.
// expect: 4950 3
#include <stdio.h>

int main(void)
{
long sum=0;int three=0;   	
#pragma omp parallel for reduction(+:sum)   	



for(int i=0;i<100;i++)

sum+=i	;
												#pragma omp parallel	
	 	{
#pragma	omp	single
three=3;}printf(	"%ld %d\n",sum,three);return 0;}
