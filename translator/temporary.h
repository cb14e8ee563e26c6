/*
 * temporary.h - ppcc's temporary files: all in one private directory, made when first needed, and gone on every way out:
 * return, die, and the signals that end a program.
 */
#ifndef PPCC_TEMPORARY_H
#define PPCC_TEMPORARY_H

#include "arena.h"

#include <stddef.h>
#include <sys/types.h>

/* To be called once, before any other: from here on a signal that would end ppcc first ends the command that runs,
   removes the directory and the unfinished output, and then ends ppcc as it would have. */
void temporary_guard(void);

/* DIRECTORY/NUMBER/NAME; the folder NUMBER is made. */
const char *temporary_path(struct arena *arena, unsigned number, const char *name);

/* The directory that holds the private one: TMPDIR where that can be written. */
const char *temporary_place(void);

/* Writes a file that did not exist or may be replaced; ends ppcc with a message when that fails. */
void temporary_write(const char *path, const char *bytes, size_t length);

/* The running command (0: none) and the file it is writing (null: none); both are used when a signal arrives. */
void temporary_child(pid_t child);
void temporary_unfinished(const char *path);

/* Removes path if it is a regular file. */
void temporary_remove_output(const char *path);

/* Removes the directory and what is in it. */
void temporary_release(void);

#endif
