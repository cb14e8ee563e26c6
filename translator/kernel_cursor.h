/* kernel_cursor.h - libclang's cursors of code that is to run on a device. */
#ifndef PPCC_KERNEL_CURSOR_H
#define PPCC_KERNEL_CURSOR_H

#include "arena.h"

#include <clang-c/Index.h>
#include <stdbool.h>

/* The name under which libclang reads the code. */
#define KERNEL_CODE_NAME "kernel.c"

/* The children of a cursor, in the arena; *count: how many. */
CXCursor *cursor_children(struct arena *arena, CXCursor cursor, unsigned *count);
/* "" when it has none; in the arena. */
const char *cursor_name(struct arena *arena, CXCursor cursor);
unsigned cursor_offset(CXSourceLocation location);
/* The offsets where the cursor begins and where it ends. */
unsigned cursor_start(CXCursor cursor);
unsigned cursor_end(CXCursor cursor);
/* Whether it stands in the code itself, and not in what OpenCL C has built in. */
bool cursor_is_own(CXCursor cursor);

#endif
