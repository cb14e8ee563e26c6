// break in a region that would leave a switch around it, beside one that stays inside.
int main(int argc, char **argv)
{
	(void)argv;
	switch (argc) {
	case 1:
#pragma omp parallel
		{
			switch (argc) {
			case 1:
				break;
			}
			break; // error: 'break' leaves the 'parallel' region
		}
	}
	return 0;
}
