. "$LIB"
# PPCC_CC, PPCC_FLAGS and PPCC_OFF.
region a.c main '<omp.h>'
PPCC_CC="env $PPCC_CC" quietly "$PPCC" -fopenmp a.c -o a; expect ./a = 500500
PPCC_FLAGS="-fopenmp -DX='1 2'" quietly "$PPCC" a.c -o b; works ldd ./b; has out libppcc
echo "int x;" >x.c; PPCC_FLAGS=--pp-show works "$PPCC" -c x.c; has err x.c; lacks err _OPENMP
echo "int main(void) { return 0; }" >plain.c; PPCC_OFF=1 works "$PPCC" --pp-show -fno-openmp plain.c -o c
PPCC_OFF=1 works "$PPCC" -fopenmp -E -dM plain.c; lacks out 202111
PPCC_OFF=0 quietly "$PPCC" -fopenmp a.c -o d; works ldd ./d; has out libppcc
PPCC_CC=no-such-compiler fails "$PPCC" a.c; has err no-such-compiler
PPCC_CC="$PPCC" fails "$PPCC" a.c; has err 'ppcc itself'
printf '#!/bin/sh\nexec "$PPCC" "$@"\n' >wrapper; chmod +x wrapper
PPCC_CC=./wrapper fails "$PPCC" a.c -o e; has err 'its own back end'
mkdir bin; ln -s "$(realpath "$PPCC")" bin/cc
env -u PPCC_CC PATH="$PWD/bin:$PATH" "$PPCC" -fopenmp a.c -o f || fail "a ppcc named cc in PATH"; expect ./f = 500500
mkdir 'a b'; ln -s "$(command -v "$PPCC_CC")" 'a b/gcc clang'
PPCC_CC="$PWD/a b/gcc clang" quietly "$PPCC" -fopenmp a.c -o g; expect ./g = 500500
