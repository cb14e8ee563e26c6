. "$LIB"
# Questions about the compiler get the back end's answers; --version names ppcc too.
for question in -dumpmachine -dumpversion -print-search-dirs -print-prog-name=ld -print-file-name=libc.so; do
	works "$PPCC" $question; cp out mine; works "$PPCC_CC" $question
	cmp -s mine out || fail "$question differs"
done
works "$PPCC" --version
[ "$(head -n 1 out)" = "$("$PPCC_CC" --version | head -n 1)" ] || fail "the first line is not the back end's"
has out ppcc
works "$PPCC" -fopenmp --version; has out ppcc
works "$PPCC" -fopenmp -v; lacks err -lppcc
works "$PPCC" --help
