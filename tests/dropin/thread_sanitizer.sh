. "$LIB"
# -fsanitize=thread: a program that synchronises by every construct gives no report, and one that does not gives one.
cat >good.c <<'C'
#include <omp.h>
#include <stdio.h>

enum { N = 2000 };
static double a[N], b[N];
static int own;
#pragma omp threadprivate(own)
struct large {
	int values[300];
};

static int work(void)
{
	int inside = 0, set = 0, nested = 0, order = 0, flag = 0, data = 0, tasks = 0, parts[4] = {0}, shown = 0;
	double sum = 0;
	struct large large = {{0}};
	omp_lock_t lock;
	omp_nest_lock_t nest;
	omp_init_lock(&lock);
	omp_init_nest_lock(&nest);
	own = 5;
#pragma omp parallel num_threads(4) copyin(own)
	{
		int mine;
#pragma omp for
		for (int i = 0; i < N; i++)
			a[i] = i + own - 5;
#pragma omp for schedule(dynamic, 7)
		for (int i = 0; i < N; i++)
			b[i] = a[N - 1 - i];
#pragma omp for schedule(guided) reduction(+ : sum, parts[1:3])
		for (int i = 0; i < N; i++)
			sum += a[i] + b[N - 1 - i], parts[1 + i % 3]++;
#pragma omp critical(inside)
		inside++;
		omp_set_lock(&lock);
		set++;
		omp_unset_lock(&lock);
		omp_set_nest_lock(&nest);
		omp_set_nest_lock(&nest);
		nested++;
		omp_unset_nest_lock(&nest);
		omp_unset_nest_lock(&nest);
#pragma omp for ordered schedule(dynamic)
		for (int i = 0; i < 50; i++) {
#pragma omp ordered
			order = order * 3 % 1009 + i;
		}
#pragma omp single copyprivate(mine)
		mine = order;
#pragma omp master
		data = mine;
#pragma omp barrier
		if (omp_get_thread_num() == 0)
			shown += data - mine;
#pragma omp sections
		{
#pragma omp section
			a[0]++;
#pragma omp section
			b[0]++;
		}
#pragma omp single
		for (int round = 0; round < 40; round++) {
			int x = 0;
			large.values[round] = round;
#pragma omp taskgroup
			{
#pragma omp task shared(x) firstprivate(large)
				x = large.values[round];
			}
			x++;
#pragma omp task shared(x)
			{
#pragma omp task shared(x)
				x++;
#pragma omp taskwait
				x++;
			}
#pragma omp taskwait
			tasks += x;
#pragma omp task priority(round % 3)
			b[round] = 0;
		}
		b[omp_get_thread_num()]++;
#pragma omp parallel num_threads(2)
		{
#pragma omp critical(inside)
			inside++;
		}
#pragma omp single
		{
			data = 77;
#pragma omp flush
#pragma omp atomic write
			flag = 1;
		}
		int seen;
#pragma omp atomic read
		seen = flag;
#pragma omp flush
		if (seen && omp_get_thread_num() == 0)
			shown += data;
	}
	return sum == 2.0 * (N - 1) * N / 2 && parts[1] == 667 && inside >= set && set == nested && tasks == 40 * 39 / 2 + 120 && shown == 77 ? 0 : 1;
}

int main(void)
{
	int wrong = 0;
	for (int i = 0; i < 5; i++)
		wrong += work();
	printf("%d\n", wrong);
	return 0;
}
C
racy() { # NAME STATEMENTS in a region of four threads
	printf 'int x, y[4];\nint main(void)\n{\n#pragma omp parallel num_threads(4)\n{\nint me = 0;\n#pragma omp atomic capture\nme = y[0]++;\n%b\n}\nreturn 0;\n}\n' "$2" >"$1.c"
}
racy unprotected 'x++;'
racy criticals 'if (me & 1) {\n#pragma omp critical(a)\nx++;\n} else {\n#pragma omp critical(b)\nx++;\n}'
racy nowait '#pragma omp single nowait\nx = 1;\ny[1] = x;'
racy single '#pragma omp master\nx = 1;\nif (x && me)\ny[2]++;'

run=(); setarch -R true 2>/dev/null && run=(setarch -R) # older sanitizers do not start at addresses that are too random
echo 'int main(void) { return 0; }' >none.c
"$PPCC_CC" -fsanitize=thread none.c -o none 2>err && "${run[@]}" ./none >out 2>err || skip "no ThreadSanitizer here"
quietly "$PPCC" -fopenmp -g -O1 -w -fsanitize=thread good.c -o good
expect "${run[@]}" ./good = 0
for name in unprotected criticals nowait single; do
	quietly "$PPCC" -fopenmp -g -O1 -w -fsanitize=thread "$name.c" -o "$name"
	fails "${run[@]}" "./$name"
	has err "data race"
done
