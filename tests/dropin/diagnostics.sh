. "$LIB"
# The back end's messages name the user's file and line, and are said once.
mkdir src; region src/a.c
sed -i 's/printf.*/int unused_one; &/; s/^\tlong sum/\tint unused_two; &/' src/a.c
works "$PPCC" -fopenmp -Wall -c src/a.c -o a.o
has err 'src/a.c:5:'; has err 'src/a.c:9:'; lacks err "${TMPDIR}"
[ "$(grep -c unused_one err)" -le 2 ] && [ "$(grep -c 'warning:' err)" = 2 ] || { cat err; fail "warnings are repeated"; }
fails "$PPCC" -fopenmp -Wall -Werror -c src/a.c -o b.o; [ ! -e b.o ] || fail "an object is left"
region src/c.c main '"absent.h"'
fails "$PPCC" -fopenmp -c src/c.c -o b.o; has err 'src/c.c:2:'; lacks err "${TMPDIR}"; lacks err 'bug in ppcc'
region src/d.c; echo '#warning look here' >>src/d.c
works "$PPCC" -fopenmp -c src/d.c -o d.o; [ "$(grep -c 'warning: .*look here' err)" = 1 ] || { cat err; fail "#warning"; }
for source in a.c d.c; do quietly "$PPCC" -w -fopenmp -c src/$source -o x.o; done
works "$PPCC" -fopenmp -fsyntax-only src/d.c; echo 'int f(void) { return }' >>src/d.c
fails "$PPCC" -fopenmp -fsyntax-only src/d.c; has err 'src/d.c:13:'; lacks err 'bug in ppcc'
lacks err $'\033'
