. "$LIB"
# @FILE: nested, quoted as gcc reads it, and longer than a command line may be.
region 'a b.c'
printf '%s\n' "-fopenmp @inner.rsp" >outer.rsp
printf '%s\n' "'a b.c' -DTEXT=\\\"x\\ y\\\" -o program" >inner.rsp
sed -i 's/printf("%ld/puts(TEXT); &/' 'a b.c'
quietly "$PPCC" @outer.rsp
expect ./program = $'x y\n500500'
expect "$PPCC" @absent.rsp -fsyntax-only = "$("$PPCC_CC" @absent.rsp -fsyntax-only 2>&1)"
# More words than the system takes in one command.
region c.c; echo 'int other(void) { return 1; }' >other.c
quietly "$PPCC_CC" -c other.c; ar rcs libother.a other.o
padding=$(printf './%.0s' $(seq 50))
{ echo "-fopenmp c.c -o long"; for i in $(seq 25000); do echo "${padding}libother.a"; done; } >long.rsp
quietly "$PPCC" @long.rsp
expect ./long = 500500
