. "$LIB"
# Names of ppcc's warnings stay with ppcc; the compiler behind it never sees them, and its own -Werror is not about them.
cat >race.c <<'END'
#include <stdio.h>
int main(void)
{
	int t, n = 10;
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		t = i;
		printf("%d\n", t);
	}
}
END
works "$PPCC" -fopenmp -c race.c -o a.o; has err 'race.c:7:3: warning:'; has err '[PP3001, -Wppcc-shared-write]'; has err 'private(t)'
works "$PPCC" -fopenmp -Werror -c race.c -o a.o; has err 'warning:'
for option in -w -Wno-ppcc -Wno-ppcc-shared-write; do quietly "$PPCC" -fopenmp $option -c race.c -o a.o; done
quietly "$PPCC" -fopenmp -Wno-ppcc-nothing -Wno-ppcc -c race.c -o a.o
works "$PPCC" -fopenmp -Wppcc-nothing -Wno-ppcc -c race.c -o a.o; has err "unknown warning option '-Wppcc-nothing'"
for option in -Werror=ppcc -Werror=ppcc-shared-write; do
	rm -f b.o
	fails "$PPCC" -fopenmp $option -c race.c -o b.o; has err 'error:'; has err '-Werror=ppcc-shared-write'; [ ! -e b.o ] || fail "an object is left"
	works "$PPCC" -fopenmp $option -Wno-error=ppcc-shared-write -c race.c -o b.o; has err 'warning:'
done
# how they look, by the options that the back end has
printf 'int x;\n' >plain.c
knows() { "$PPCC_CC" -Werror "$1" -c plain.c -o plain.o 2>/dev/null; }
for option in -fno-caret-diagnostics -fno-diagnostics-show-caret; do
	! knows $option || { works "$PPCC" -fopenmp $option -c race.c -o a.o; lacks err '|'; }
done
works "$PPCC" -fopenmp -fno-diagnostics-show-option -c race.c -o a.o; lacks err 'PP3001'
! knows -fno-diagnostics-show-line-numbers || works "$PPCC" -fopenmp -fno-diagnostics-show-line-numbers -c race.c -o a.o; ! knows -fno-diagnostics-show-line-numbers || lacks err '|'
works "$PPCC" -fopenmp -fdiagnostics-parseable-fixits -c race.c -o a.o; has err 'fix-it:"race.c":{5:25-5:25}:" private(t)"'
! knows -fno-diagnostics-fixit-info || { works "$PPCC" -fopenmp -fno-diagnostics-fixit-info -c race.c -o a.o
	[ "$(grep -c 'private(t)' err)" = 1 ] || { cat err; fail "the change is shown"; }; }
works "$PPCC" -fopenmp -fdiagnostics-color=always -c race.c -o a.o; has err $'\033'
! knows -fdiagnostics-plain-output || { works "$PPCC" -fopenmp -fdiagnostics-color=always -fdiagnostics-plain-output -c race.c -o a.o; lacks err $'\033'; lacks err '|'; }
# no change is proposed that the function would notice: a later turn of a loop, a pointer, other elements, text of a macro
cat >kept.c <<'END'
#define FOR(i, n) for (int i = 0; i < (n); i++)
int back(int n, int *p)
{
	int t = 0, sum = 0;
	for (int k = 0; k < 3; k++) {
		sum += t;
#pragma omp parallel for
		for (int i = 0; i < n; i++)
			t = p[i];
	}
	return sum;
}
int pointer(int n, int *p)
{
	int t = 0, *q = &t;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		t = p[i];
	return *q;
}
int elements(int n, int *p)
{
	int t[4] = {1, 2, 3, 4};
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		t[0] = p[i];
		p[i] = t[1] + t[0];
	}
	return t[2];
}
int expanded(int n, int *p)
{
	int t = 0;
	_Pragma("omp parallel for") for (int i = 0; i < n; i++)
		t = p[i];
#pragma omp parallel for
	FOR(i, n) { t = i; p[i] = t; }
	return t;
}
END
works "$PPCC" -fopenmp -fdiagnostics-parseable-fixits -c kept.c -o a.o; has err 'kept.c:9:4: warning:'; lacks err 'fix-it'
[ "$(grep -c 'warning:' err)" = 4 ] || { cat err; fail "each is said once, and nothing of the line that was expanded"; }
# without -fopenmp ppcc is its back end, and the names do not get there
quietly "$PPCC" -Wno-ppcc -Werror=ppcc -c race.c -o c.o
works "$PPCC" -Wppcc-openmp-off -c race.c -o c.o; has err 'race.c:5:1: warning: this OpenMP directive has no effect without -fopenmp [PP3006, -Wppcc-openmp-off]'
fails "$PPCC" -Werror=ppcc-openmp-off -c race.c -o d.o; [ ! -e d.o ] || fail "an object is left"
quietly "$PPCC" -Wppcc-openmp-off -w -c race.c -o c.o
printf '#ifdef _OPENMP\n#pragma omp parallel\n#endif\n/* off:\n#pragma omp barrier\n*/\n// #pragma omp for\nint x;\n' >meant.c
quietly "$PPCC" -Wppcc-openmp-off -c meant.c -o c.o
printf 'int x; /* a */ /* b\n*/\n#if 1\n  #  pragma omp declare target\n#endif\n#pragma omp end declare target\n' >two.c
works "$PPCC" -Wppcc-openmp-off -c two.c -o c.o; has err 'two.c:4:3: warning:'; has err 'nor has the 1 more in this file'
PPCC_OFF=1 quietly "$PPCC" -Wno-ppcc -c race.c -o c.o
# pages and logs
works "$PPCC" --pp-explain=PP3001; has out 'Wrong:'
fails "$PPCC" --pp-explain=PP9999; fails "$PPCC" --pp-explain
works "$PPCC" --pp-format=sarif race.c; has out '"ruleId":"PP3001"'; cmp err /dev/null || fail "messages are printed too"
fails "$PPCC" --pp-format=sarif --pp-explain-regions race.c; fails "$PPCC" --pp-format=json race.c
fails "$PPCC" --pp-format=sarif -Werror=ppcc race.c -o log; has log '"level":"error"'
[ ! -e a.out ] || fail "something was linked"
