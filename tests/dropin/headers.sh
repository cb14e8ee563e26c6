. "$LIB"
# A directive in a header counts, however it is included; <omp.h> is ours.
mkdir inc deep
cat >inc/work.h <<'H'
static int work(void)
{
	int count = 0;
#pragma omp parallel num_threads(2) reduction(+:count)
	count++;
	return count;
}
H
echo '#include "../inc/work.h"' >deep/indirect.h
main='int main(void) { printf("%d\n", work()); return 0; }'
printf '#include <stdio.h>\n#include "inc/work.h"\n%s\n' "$main" >quoted.c
printf '#include <stdio.h>\n#include <work.h>\n%s\n' "$main" >bracketed.c
printf '#include <stdio.h>\n#include "deep/indirect.h"\n%s\n' "$main" >indirect.c
printf '#include <stdio.h>\n%s\n' "$main" >forced.c
printf '#include <stdio.h>\n#define FILE_NAME <work.h>\n#include FILE_NAME\n%s\n' "$main" >macro.c
quietly "$PPCC" -fopenmp quoted.c -o a; expect ./a = 2
quietly "$PPCC" -fopenmp -Iinc bracketed.c -o a; expect ./a = 2
quietly "$PPCC" -fopenmp -isystem inc bracketed.c -o a; expect ./a = 2
CPATH=inc quietly "$PPCC" -fopenmp bracketed.c -o a; expect ./a = 2
quietly "$PPCC" -fopenmp indirect.c -o a; expect ./a = 2
quietly "$PPCC" -fopenmp -Iinc macro.c -o a; expect ./a = 2
quietly "$PPCC" -fopenmp -include inc/work.h forced.c -o a; expect ./a = 2
printf '#include <omp.h>\nint version = omp_get_max_threads;\n' >omp.c
works "$PPCC" -fopenmp -M omp.c; grep -q 'ppcc/include/omp.h\|include/omp.h' out || fail "omp.h"
"$PPCC" -fopenmp -E omp.c | grep "^# .*omp.h" | grep -q "/gcc/\|/llvm" && fail "the back end's omp.h"
exit 0
