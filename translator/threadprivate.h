/* threadprivate.h - declarations of threadprivate variables (OpenMP 5.2, 5.2), before the program is translated. */
#ifndef PPCC_THREADPRIVATE_H
#define PPCC_THREADPRIVATE_H

#include "survey.h"

/* Makes declarations of one variable each of those that declare a threadprivate variable and others, or several in a function:
   `static int a, b;` becomes `static int a; static int b;`.  What cannot be taken apart stays as it is.  *changed: the text is
   another.  */
void threadprivate_separate(const struct survey *survey, bool *changed);

#endif
