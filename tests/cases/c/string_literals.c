// String and character literals in regions that hold braces, quotes, comments, pragmas and escapes.
// expect: } // /* " #pragma omp parallel
// expect: two parts	tab \ ? 100%
// expect: 6 5 1 97
#include <stdio.h>
#include <string.h>
#include <wchar.h>

int main(void)
{
	const char *a = "", *b = "";
	int size = 0, wide = 0, braces = 0, c = 0;

#pragma omp parallel
	{
#pragma omp single
		{
			a = "} // /* \" #pragma omp parallel";
			b = "two " /* " */ "parts\t"
			    "tab \\ \x3f 100%";
			size = (int)sizeof "\0size";
			wide = (int)wcslen(L"w\u00efde" L"r");
			braces = '{' == '\173' && '"' != '\'' && strlen(u8"}") == 1;
			c = 'a';
		}
	}
	printf("%s\n%s\n%d %d %d %d\n", a, b, size, wide, braces, c);
	return 0;
}
