# What the scripts share.  PPCC and PPCC_CC: paths or names of the compiler under test and of its back end.
set -u

fail() { echo "$*"; exit 1; }
skip() { echo "$*"; exit 77; }

# Status 0 and no output at all.
quietly() { "$@" >quiet.log 2>&1 </dev/null || { cat quiet.log; fail "failed: $*"; }; [ ! -s quiet.log ] || { cat quiet.log; fail "said something: $*"; }; rm quiet.log; }

# Status 0; output goes to `out`, messages to `err`.
works() { "$@" >out 2>err </dev/null || { cat err; fail "failed: $*"; }; }

# A status other than 0; a crash is no failure of the right kind.
fails() { "$@" >out 2>err </dev/null; local status=$?; [ $status != 0 ] && [ $status -lt 126 ] || fail "status $status: $*"; }

# has FILE TEXT
has() { grep -qF -- "$2" "$1" || { cat "$1"; fail "$1 has no '$2'"; }; }
lacks() { ! grep -qF -- "$2" "$1" || { cat "$1"; fail "$1 has '$2'"; }; }

# expect COMMAND... = OUTPUT
expect() {
	local command=()
	while [ "$1" != = ]; do command+=("$1"); shift; done
	local got; got=$("${command[@]}" 2>&1)
	[ "$got" = "$2" ] || fail "${command[*]} printed '$got', not '$2'"
}

# Names of all files below here.
files() { find . -type f | sort | tr '\n' ' '; }

# region FILE [FUNCTION [HEADER]]: a C file with a function that sums 1..1000 in a parallel loop; main prints it.  With <omp.h> it calls a routine.
region() {
	local value=0; [ "${3:-}" != "<omp.h>" ] || value="omp_get_max_threads() < 1"
	cat >"$1" <<C
#include <stdio.h>
${3:+#include $3}
int ${2:-main}(void)
{
	long sum = 0;
#pragma omp parallel for reduction(+:sum)
	for (int i = 1; i <= 1000; i++)
		sum += i;
	printf("%ld\n", sum);
	return $value;
}
C
}
