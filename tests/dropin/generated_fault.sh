. "$LIB"
# A back end that rejects what ppcc wrote: ppcc says that it is its own bug, and keeps the program.
region a.c
# A back end that accepts everything but a translated program.
cat >strict <<S
#!/bin/bash
for word; do case \$word in -E) break;; *.i) echo "no" >&2; exit 1;; esac; done
exec $PPCC_CC "\$@"
S
chmod +x strict
PPCC_CC=./strict fails "$PPCC" -fopenmp -c a.c
has err 'bug in ppcc'; has err "$TMPDIR/ppcc-bug-"; [ ! -e a.o ] || fail "an object is left"
has "$(ls "$TMPDIR"/ppcc-bug-*.c)" main
rm "$TMPDIR"/ppcc-bug-*.c
