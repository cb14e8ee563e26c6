// taskgraph: graph_id, graph_reset, if and replayable; blocks that hold what is not recorded; two threads at once; orphaned tasks.
// reference: none because no other compiler knows the construct
// expect: ids 60 30
// expect: reset 12 of 4
// expect: if 5 5
// expect: waits 10 1
// expect: other 120 30 6
// expect: orphan 32
// expect: both 800
// expect: serial 6
#include <omp.h>
#include <stdio.h>

static int counts[5];

static void ids(void)
{
	int blocks = 0, sum = 0, a[2] = {0};
	for (int round = 0; round < 6; round++)
		for (int i = 0; i < 5; i++) {
			#pragma omp taskgraph graph_id(i + 100)
			{
				blocks++;
				counts[i] = 2;
				for (int k = 0; k < counts[i]; k++) {
					#pragma omp task replayable depend(inout : a[k]) shared(sum)
					{
						#pragma omp atomic
						sum++;
					}
				}
			}
		}
	printf("ids %d %d\n", sum, blocks < 5 || blocks > 30 ? blocks : 30);
}

static void reset(void)
{
	int blocks = 0, sum = 0;
	for (int i = 0; i < 4; i++) {
		#pragma omp taskgraph graph_reset(i % 2 == 1)
		{
			blocks++;
			#pragma omp task depend(out : sum) shared(sum)
			sum++;
			#pragma omp task depend(out : sum) shared(sum)
			sum += 2;
		}
	}
	printf("reset %d of %d\n", sum, blocks >= 2 && blocks <= 4 ? 4 : blocks);
}

static void condition(void)
{
	int blocks = 0, sum = 0;
	for (int i = 0; i < 5; i++) {
		#pragma omp taskgraph if(i < 0) graph_reset
		{
			blocks++;
			#pragma omp task shared(sum)
			sum++;
		}
	}
	printf("if %d %d\n", blocks, sum);
}

/* The order across a taskwait; and a group that has nothing but that. */
static void waits(void)
{
	int sum = 0, good = 1;
	for (int i = 0; i < 5; i++) {
		#pragma omp taskgraph
		{
			#pragma omp task shared(sum)
			sum++;
			#pragma omp taskwait
			#pragma omp task shared(sum, good) firstprivate(i)
			{
				good = good && sum == 2 * i + 1;
				sum++;
			}
		}
	}
	printf("waits %d %d\n", sum, good);
}

/* Nothing of this is recorded: the blocks are executed each time. */
static void other(int n)
{
	int sum = 0, blocks = 0, v[8] = {0}, total = 0, index[2] = {0, 4};
	for (int i = 0; i < 6; i++) {
		#pragma omp taskgraph
		{
			blocks++;
			#pragma omp taskloop nogroup shared(sum) num_tasks(3)
			for (int k = 0; k < 20; k++) {
				#pragma omp atomic
				sum++;
			}
			#pragma omp task replayable(0) shared(v)
			v[1]++;
			int own[n];
			for (int k = 0; k < n; k++)
				own[k] = k + 1;
			#pragma omp task firstprivate(own) shared(v)
			v[2] += own[1];
			#pragma omp task depend(inout : v[index[1]]) shared(v)
			v[4] += 2;
			index[1] = 4 - index[1] + 4;
		}
		#pragma omp taskgraph nogroup
		{
			#pragma omp target map(tofrom : total) depend(inout : total) nowait
			total++;
			#pragma omp task depend(inout : total) shared(total) replayable(1)
			total += 4;
		}
	}
	#pragma omp taskwait
	printf("other %d %d %d\n", sum, total, blocks == 6 && v[1] == 6 && v[2] == 12 && v[4] == 12 ? 6 : blocks);
}

static void tree(int depth, int *leaves)
{
	if (depth == 0) {
		#pragma omp atomic
		++*leaves;
		return;
	}
	#pragma omp task firstprivate(saved : depth, leaves) replayable
	tree(depth - 1, leaves);
	#pragma omp task firstprivate(depth, leaves)
	tree(depth - 1, leaves);
}

static void orphan(void)
{
	int leaves = 0;
	for (int i = 0; i < 4; i++) {
		#pragma omp taskgraph
		tree(3, &leaves);
	}
	printf("orphan %d\n", leaves);
}

/* Threads of one team at the same construct. */
static void both(int *sum)
{
	#pragma omp taskgraph graph_id(omp_get_ancestor_thread_num(0))
	for (int k = 0; k < 10; k++) {
		#pragma omp task firstprivate(sum)
		{
			#pragma omp atomic
			++*sum;
		}
	}
}

int main(void)
{
	int sum = 0, serial = 0;
	#pragma omp parallel
	#pragma omp single
	{
		ids();
		reset();
		condition();
		waits();
		other(2);
		orphan();
	}
	#pragma omp parallel for
	for (int i = 0; i < 80; i++)
		both(&sum);
	printf("both %d\n", sum);
	for (int i = 0; i < 3; i++) {
		#pragma omp taskgraph
		{
			#pragma omp task shared(serial)
			serial += 2;
		}
	}
	printf("serial %d\n", serial);
	return 0;
}
