. "$LIB"
# Names with blanks, quotes, dollars, backslashes and a leading dash.
for name in 'p q.c' "it's.c" 'a"b.c' 'x$HOME.c' 'back\slash.c' 'ümlaut.c' '%s.c' './-dash.c'; do
	mkdir -p "d $name"; region "d $name/${name#./}"; region "$name"
	quietly "$PPCC" -fopenmp "$name" -o program; expect ./program = 500500
	quietly "$PPCC" -fopenmp -g "d $name/${name#./}" -o "d $name/program"; expect "d $name/program" = 500500
done
