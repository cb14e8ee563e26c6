. "$LIB"
# --coverage, -gsplit-dwarf and -fstack-usage leave their files where the back end leaves them.
mkdir src; region src/a.c
compare() { # OPTIONS...
	rm -rf mine direct; mkdir -p mine/out direct/out; cp -r src mine; cp -r src direct
	(cd mine && quietly "$PPCC" -fopenmp "$@") || fail "failed: $*"
	(cd direct && quietly "$PPCC_CC" "$@") || fail "failed: $*"
	[ "$(cd mine; files)" = "$(cd direct; files)" ] || fail "$*: $(cd mine; files)instead of $(cd direct; files)"
}
compare --coverage -c src/a.c
compare --coverage -c src/a.c -o out/a.o
compare --coverage src/a.c
compare --coverage src/a.c -o out/program
(cd mine && out/program >/dev/null && ls out/program-a.gcda >/dev/null) || fail "no .gcda"
compare -g -gsplit-dwarf -c src/a.c -o out/a.o
compare -g -gsplit-dwarf src/a.c -o out/program
case $PPCC_CC in *gcc*) compare -fstack-usage src/a.c -o out/program; compare -fstack-usage -c src/a.c;; esac
