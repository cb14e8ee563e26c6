/*
 * affinity_format.h - affinity-format-var and the lines made from it (OpenMP 5.2, 18.3.8 - 18.3.11, 21.2.6).
 */
#ifndef PPCC_COMMON_AFFINITY_FORMAT_H
#define PPCC_COMMON_AFFINITY_FORMAT_H

enum { PPCC_AFFINITY_FORMAT_SIZE = 512 }; /* bytes kept of a format, its null character included */

#endif
