. "$LIB"
# What goes wrong is said, has a status, and leaves nothing.
region a.c; cp a.c before.c
fails "$PPCC" -fopenmp absent.c -o x; has err absent.c
mkdir folder.c; fails "$PPCC" -fopenmp -c folder.c -o x
fails "$PPCC" -fopenmp -c a.c -o a.c; cmp a.c before.c || fail "the source was overwritten"
fails "$PPCC" -fopenmp a.c -o a.c; cmp a.c before.c || fail "the source was overwritten"
fails "$PPCC" -fopenmp -c a.c -o absent/x.o; lacks err 'bug in ppcc'
echo 'int f(void) { return }' >>a.c; fails "$PPCC" -fopenmp -c a.c -o x
fails "$PPCC" -fopenmp a.c -o x; lacks err 'bug in ppcc'
{ cat before.c; printf 'int nul\0;\n'; } >binary.c; fails "$PPCC" -fopenmp -c binary.c -o x; has err binary.c
: >empty.c; quietly "$PPCC" -fopenmp -c empty.c -o empty.o
fails "$PPCC" -fopenmp before.c -lno_such_library -o x
echo 'extern int missing(void); int g(void) { return missing(); }' >>before.c; fails "$PPCC" -fopenmp before.c -o x
[ ! -e x ] || fail "an output is left"
printf '#!/bin/sh\nexit 42\n' >status; chmod +x status
PPCC_CC=./status "$PPCC" -fopenmp -c before.c; [ $? = 42 ] || fail "the back end's status is lost"
PPCC_CC=./status "$PPCC" -c before.c; [ $? = 42 ] || fail "the back end's status is lost"
