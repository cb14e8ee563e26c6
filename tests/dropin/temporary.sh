. "$LIB"
# TMPDIR: where it cannot be used, another place is; a full one is said.
region a.c
TMPDIR=/no/such/folder quietly "$PPCC" -fopenmp a.c -o a; expect ./a = 500500
TMPDIR=relative; mkdir relative; export TMPDIR
quietly "$PPCC" -fopenmp a.c -o b; expect ./b = 500500
[ -z "$(ls relative)" ] || fail "left: $(ls relative)"
(trap "" XFSZ; ulimit -f 0; "$PPCC" -fopenmp -c a.c -o c.o 2>&1 | grep . >&2) 2> >(cat >err); sleep 0.2; has err "cannot write"
[ ! -e c.o ] || [ ! -s c.o ] || fail "an object is left"
[ -z "$(ls relative)" ] || fail "left: $(ls relative)"
