/* installation.h - where this ppcc's headers and libraries are; the same layout in a build tree and when installed. */
#ifndef PPCC_INSTALLATION_H
#define PPCC_INSTALLATION_H

#include "arena.h"

#include <stdbool.h>

struct installation {
	const char *program;     /* absolute path of ppcc */
	const char *include_dir; /* holds omp.h and ppcc/ */
	const char *library_dir; /* holds libppcc */
	bool shared;             /* there is a shared library that the system's loader needs an rpath for */
};

/* Ends ppcc with a message when the headers or the library are not there. */
void installation_find(struct installation *installation, struct arena *arena);

#endif
