// declare variant: platform, vendor, score, a condition; also where no other directive is in the file.
// reference: none because other compilers have another vendor
// expect: host 1
// expect: scored 2
// expect: first 3
// expect: none 4
// expect: never 5
#include <stdio.h>

#define VARIANT(function, n) static int function(int x) { return printf("%s %d\n", #function, x) * 0 + n; }
VARIANT(host, 1)
VARIANT(gpu, 2)
VARIANT(scored, 3)
VARIANT(first, 4)
VARIANT(second, 5)
VARIANT(unused, 6)

#pragma omp declare variant(gpu) match(device = {kind(nohost)})
#pragma omp declare variant(host) match(device = {kind(host), arch(x86_64)})
#pragma omp declare variant(host) match(device = {kind(cpu)})
VARIANT(plain, 10)

#pragma omp declare variant(first) match(user = {condition(score(3) : 1)})
#pragma omp declare variant(scored) match(implementation = {vendor(score(7) : ppcc)})
VARIANT(second_best, 11)

#define YES 1
#pragma omp declare variant(first) match(user = {condition(YES)})
#pragma omp declare variant(second) match(user = {condition(YES + 1)})
VARIANT(equal, 12)

#pragma omp declare variant(unused) match(implementation = {vendor(llvm)})
VARIANT(none, 13)
#pragma omp declare variant(unused) match(user = {condition(0)})
VARIANT(never, 14)

int main(void)
{
	return plain(1) + second_best(2) + equal(3) + none(4) + never(5) == 1 + 3 + 4 + 13 + 14 ? 0 : 1;
}
