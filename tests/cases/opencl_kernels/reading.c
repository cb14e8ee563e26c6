// Pointers that a kernel only reads through, beside others that it writes through in ways that are not plain assignments.
// expect: 945 12 7.5
// expect: 3 5 7 9
// expect: 1 101 2 6 11 30
#include <stdio.h>

struct cell {
	int values[3], count;
	struct cell *next;
};

static void add(int *to, const int *from)
{
	*to += *from;
}

int main(void)
{
	int in[10], out[10], grid[3][4] = {{0}}, table[2][2] = {{1, 2}, {3, 4}}, total = 0, last = 0;
	int *rows = in, *moved = out;
	struct cell cells[2] = {{{1, 2, 3}, 3, 0}, {{4, 5, 6}, 3, 0}}, copies[2];
	double mean = 0, *numbers = (double[]){1.5, 6};
	for (int i = 0; i < 10; i++)
		in[i] = i * 21, out[i] = 0;
	#pragma omp target teams loop reduction(+: total) map(to: in, cells, grid)
	for (int i = 0; i < 10; i++)
		total += in[i] + *(in + i) - i[in] + 0 * cells[i % 2].values[i % 3] + 0 * cells[1].count * (*grid)[2] * *grid[1];
	#pragma omp target map(tofrom: cells, copies) map(tofrom: last) map(to: numbers[0:2]) map(tofrom: mean)
	{
		copies[0] = cells[0];
		copies[1] = copies[0];
		copies[1].values[1] += 2;
		last = copies[0].values[1] + copies[1].values[1] * 2 + cells[1].values[0] % 3 + sizeof cells[0].count - 3;
		cells[1].values[2] -= 1, cells[0].count++;
		mean = numbers[0] + numbers[1];
	}
	printf("%d %d %g\n", total, last, mean);
	#pragma omp target teams loop map(tofrom: table)
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 2; j++) {
			int *one = &table[i][j];
			*one = 2 * *one + 1;
		}
	printf("%d %d %d %d\n", table[0][0], table[0][1], table[1][0], table[1][1]);
	#pragma omp target map(tofrom: out, in, grid) map(tofrom: moved[0:10]) map(to: rows[0:10])
	{
		int zero = 0;
		(zero ? in : out)[0] = 1;
		((unsigned char *)&out[1])[0] = 101;
		out[2] = 2;
		add(&out[3], &table[0][0]);
		add(out + 3, in + 1);
		out[3] -= 18;
		grid[1][2] = 11;
		moved += 5;
		moved[0] = 30;
	}
	printf("%d %d %d %d %d %d\n", out[0], out[1], out[2], out[3], grid[1][2], out[5]);
	return 0;
}
