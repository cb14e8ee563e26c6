. "$LIB"
# Options of ppcc: help, mistakes, output; nothing compiled by those that print.
region a.c
works "$PPCC" --pp-help
for option in --pp-emit --pp-dump --pp-show --pp-support --pp-target --pp-help --pp-version; do has out "$option"; done
works "$PPCC" --pp-version; has out ppcc
works "$PPCC" --pp-support
fails "$PPCC" --pp-emti a.c; has err "did you mean '--pp-emit'"
fails "$PPCC" --pp-zzzzzzzzz a.c; has err "unknown option"
fails "$PPCC" --pp-dump a.c; has err 'needs a value'
fails "$PPCC" --pp-dump=region a.c; has err "did you mean 'regions'"
fails "$PPCC" --pp-emit=x a.c; has err 'takes no value'
fails "$PPCC" --pp-target=ptread a.c; has err "did you mean 'pthread'"
PPCC_TARGET=nowhere fails "$PPCC" -fopenmp a.c; has err "nowhere"
works "$PPCC" --pp-emit a.c; has out 'printf("%ld\n", sum)'
works "$PPCC" --pp-emit a.c -o emitted.c; cmp out /dev/null || fail "-o and standard output"
has emitted.c main
fails "$PPCC" --pp-emit a.c -o a.c; has a.c 'pragma omp'
fails "$PPCC" --pp-emit a.c -o absent/x.c; has err absent
fails "$PPCC" --pp-emit absent.c; has err absent.c
echo 'int nothing; // untouched' >plain.c; works "$PPCC" --pp-emit plain.c; cmp out plain.c || fail "a file without directives changes"
"$PPCC" --pp-emit a.c >/dev/full 2>err && fail "a full disk"; has err 'standard output'
works "$PPCC" --pp-show -c a.c -o a.o; has err "$PPCC_CC"; has err a.o
for what in pragmas regions dataenv edits; do works "$PPCC" --pp-dump=$what a.c; done
[ "$(files)" = "./a.c ./a.o ./emitted.c ./err ./out ./plain.c " ] || fail "left: $(files)"
