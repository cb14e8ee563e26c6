. "$LIB"
# -save-temps leaves the back end's files, and the translated program.
mkdir src; region src/a.c
compare() { # OPTIONS...
	rm -rf mine direct; mkdir -p mine/out direct/out; cp -r src mine; cp -r src direct
	(cd mine && quietly "$PPCC" -fopenmp "$@") || fail "failed: $*"
	(cd direct && quietly "$PPCC_CC" "$@") || fail "failed: $*"
	find mine -name '*.ppcc.c' | grep -q . || fail "$*: no translated program"
	find mine -name '*.ppcc.c' -delete
	find direct -name '*.bc' -delete # clang: only of what it preprocessed itself
	[ "$(cd mine; files)" = "$(cd direct; files)" ] || fail "$*: $(cd mine; files)instead of $(cd direct; files)"
}
compare -save-temps -c src/a.c
compare -save-temps -c src/a.c -o out/x.o
compare -save-temps=obj -c src/a.c -o out/x.o
compare -save-temps src/a.c
compare -save-temps=obj src/a.c -o out/program
