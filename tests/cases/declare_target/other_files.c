// A kernel calls functions of two other files, which call one another, and uses variables of theirs: static functions, types and constants
// of the files have equal names, pointers lead to mapped data, to private variables and to what a team has.
// needs: parts_one.c parts_two.c
// reference: clang because gcc 12 knows no array without an extent in a target region
// expect: 78.0 60.0 2.0 -1.0 5.0
// expect: 44 45 125
// expect: 111 1
// expect: 185.0 20.0
// expect: 4.5 24.0
// expect: 115110
// expect: 32.0
// expect: 36 44
// expect: 130.5
// expect: 12
#include "extra/shared_parts.h"

#include <stdio.h>

static double helper(double value) /* the name is another function's there */
{
	return -value;
}

static double calls_out(double *values)
{
	return helper(total(values, 2));
}

static void serial(void)
{
	double data[12], first, second, third, fourth, fifth;
	for (int i = 0; i < 12; i++)
		data[i] = i + 8;
	#pragma omp target map(tofrom: data) map(from: first, second, third, fourth, fifth)
	{
		double own[3] = {1, 2, 1};
		struct span span = {data + 4, 8};
		first = total(data, 12) - 3;
		second = total_of(span) - 2;
		third = total(own, 3);
		*element(data, 3) = -1;
		*element(own, -1) = 5;
		fourth = data[3];
		fifth = own[0];
	}
	printf("%.1f %.1f %.1f %.1f %.1f\n", first, second, third, fourth, fifth);
}

static void variables(void)
{
	int one, two, square;
	#pragma omp target map(from: one, two, square)
	{
		one = next_number();
		two = next_number();
		square = squares[5] * 5;
	}
	printf("%d %d %d\n", one, two, square);
}

static void loop(void)
{
	int steps[100], most = 0, wrong = 0;
	#pragma omp target teams distribute parallel for map(from: steps) reduction(+: wrong) num_threads(4)
	for (int i = 0; i < 100; i++) {
		int count;
		wrong += collatz(i + 1, &count) != 1;
		steps[i] = count;
	}
	for (int i = 0; i < 100; i++)
		if (steps[i] > most)
			most = steps[i];
	printf("%d %d\n", steps[26], wrong + (most == 118));
}

int main(void)
{
	serial();
	variables();
	loop();

	double values[4] = {100, 100, 100, 4}, result;
	#pragma omp target map(tofrom: values) map(from: result)
	result = via_others(values, 4);
	printf("%.1f %.1f\n", result, values[0]);

	double matrix[3][4] = {{0}};
	#pragma omp target map(tofrom: matrix)
	rows_add(3, 4, matrix, 4.5);
	double sum = 0;
	#pragma omp target teams distribute reduction(+: sum) map(to: matrix)
	for (int i = 0; i < 3; i++) {
		double row[4];
		#pragma omp parallel for
		for (int j = 0; j < 4; j++)
			row[j] = matrix[i][j] * 8 / 9;
		sum += 2 * total(row, 4) + calls_out(row) * 0;
	}
	printf("%.1f %.1f\n", matrix[2][3], sum / 2);

	int day;
	#pragma omp target map(from: day)
	day = weekday(0);
	printf("%d\n", day);

	float a[] = {1, 2, 3}, b[] = {4, 5, 6};
	double product;
	#pragma omp target map(to: a, b) map(from: product)
	product = dot(a, b, 3);
	printf("%.1f\n", product);

	for (int i = 0; i < 8; i++)
		linked[i] = i + 1;
	int once, twice;
	#pragma omp target map(to: linked) map(from: once)
	once = linked_sum();
	linked[0] = 9;
	#pragma omp target map(to: linked) map(from: twice)
	twice = linked_sum();
	printf("%d %d\n", once, twice);

	factor = 1;
	#pragma omp target update to(factor)
	#pragma omp target map(tofrom: values) map(from: result)
	result = total(values, 4) - 93.5 - values[0] + values[0] * factor;
	printf("%.1f\n", result + 0);

	int sums[4] = {0};
	#pragma omp target parallel for map(tofrom: sums)
	for (int i = 0; i < 4; i++)
		sums[i] += squares[i] - i;
	printf("%d\n", sums[0] + sums[1] + sums[2] + sums[3] + 4);
	return 0;
}
