/* kernel_words.h - words of OpenCL C. */
#ifndef PPCC_KERNEL_WORDS_H
#define PPCC_KERNEL_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether OpenCL C has taken a word that C has not (OpenCL C 1.2, 6.9 and 6.1.9; 3.0). */
bool kernel_word_is_taken(const char *word, size_t length);

#endif
