/*
 * dynamic.h - loading libraries while the program runs, where it can.
 *
 * The references are weak: a program that is linked with -static does without these functions, for the linker would warn of
 * dlopen in every one.  The shared library has them always, and ppcc asks for them where it links libppcc.a into a program
 * that is not static.
 */
#ifndef PPCC_COMMON_DYNAMIC_H
#define PPCC_COMMON_DYNAMIC_H

/* Null: it cannot be loaded, and *problem says why. */
__attribute__((weak)) void *ppcc_load(const char *path, const char **problem);
__attribute__((weak)) void ppcc_unload(void *library);
/* Null: the library has no such symbol. */
__attribute__((weak)) void *ppcc_symbol(void *library, const char *name);

#endif
