// A directive without a statement may not be the whole body of an if, a loop or a label.
int main(int argc, char **argv)
{
	(void)argv;
	if (argc > 3)
#pragma omp barrier // error: 'barrier' needs braces around it
	while (argc-- > 3)
#pragma omp taskwait // error: 'taskwait' needs braces around it
	;
	if (argc > 4)
		argc = 0;
	else
#pragma omp flush // error: 'flush' needs braces around it
	return 0;
}
