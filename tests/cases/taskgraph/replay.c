// taskgraph: tasks of a record are made again with new values of what is outside, from other stack frames, with their dependences.
// reference: none because no other compiler knows the construct
// expect: 1011 1111 1211 1012
// expect: 1022 1122 1222 1023
// expect: 1033 1133 1233 1034
// expect: chain 64 blocks between 1 and 8
// expect: moved 6 18 30
// expect: swapped 4 4 ordered
#include <stdio.h>

static int executed, blocks;

/* step is saved, local is not; v is declared inside and keeps what it was. */
static void run(int step, int *out)
{
	int local = step * 10, where[3] = {step, step, step};
	#pragma omp taskgraph
	{
		executed++;
		for (int k = 0; k < 3; k++) {
			int v = k * 100;
			#pragma omp task firstprivate(local, v) firstprivate(saved : step) firstprivate(where) shared(out) depend(out : out[k])
			out[k] = local + v + step * 1000 + where[k];
		}
		#pragma omp task depend(in : out[0]) shared(out)
		out[3] = out[0] + 1;
	}
}

static void chain(int turns)
{
	int sum = 0;
	blocks = 0;
	for (int t = 0; t < turns; t++) {
		#pragma omp taskgraph nogroup
		{
			blocks++;
			for (int i = 0; i < 8; i++) {
				#pragma omp task depend(inout : sum) shared(sum) priority(i & 1)
				sum++;
			}
		}
	}
	#pragma omp taskwait
	printf("chain %d blocks between 1 and 8%s\n", sum, blocks >= 1 && blocks <= turns ? "" : " no");
}

/* The same construct from frames at different depths: what is shared is the caller's. */
static int deeper(int depth, int add)
{
	volatile char room[200];
	int total = 0;
	room[depth] = 1;
	if (depth > 0)
		return deeper(depth - 1, add) + room[depth] - 1;
	#pragma omp taskgraph
	for (int i = 1; i <= 3; i++) {
		#pragma omp task shared(total) firstprivate(i, add)
		{
			#pragma omp atomic
			total += i * add;
		}
	}
	return total;
}

/* The pointers change between the executions: the dependences are those of now. */
static void swapped(void)
{
	int a[4] = {0}, b[4] = {0}, *from = a, *to = b, wrong = 0;
	for (int t = 0; t < 4; t++) {
		#pragma omp taskgraph nogroup
		for (int i = 0; i < 4; i++) {
			#pragma omp task depend(in : from[i]) depend(out : to[i]) firstprivate(from, to, i, t) shared(wrong)
			{
				volatile int wait = 0;
				while (wait < 5000)
					wait++;
				if (from[i] != t) {
					#pragma omp atomic
					wrong++;
				}
				to[i] = from[i] + 1;
			}
		}
		int *other = from;
		from = to;
		to = other;
	}
	#pragma omp taskwait
	printf("swapped %d %d %s\n", from[0], from[3], wrong ? "unordered" : "ordered");
}

int main(void)
{
	int out[4] = {0};
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 1; i < 4; i++) {
			run(i, out);
			printf("%d %d %d %d\n", out[0], out[1], out[2], out[3]);
		}
		chain(8);
		int first = deeper(0, 1), second = deeper(7, 3);
		printf("moved %d %d %d\n", first, second, deeper(3, 5));
		swapped();
	}
	return executed < 1 || executed > 3;
}
