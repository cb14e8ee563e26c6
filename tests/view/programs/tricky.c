#include <stdio.h>
#define TEXT "</script><b>bold</b>"

/* <!-- <script>window.broken = 1</script> <img src=x onerror="window.broken=1"> &amp; &lt; â‚¬ ÿþ */
int main(void)
{
	const char *a = "\"quoted\" ' & < > é ]]>", *b = TEXT;
#pragma omp parallel if (1 < 2 && 3 > 2) /* </script> */
	printf("%s %s </script><b>\n", a, b);
	/*
#pragma omp parallel
	*/
	return 0; // -->
}
