#include "kernel_cursor.h"

#include <string.h>

struct children {
	struct arena *arena;
	CXCursor *items;
	unsigned count, capacity;
};

static enum CXChildVisitResult add_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct children *children = data;
	(void)parent;
	if (children->count == children->capacity) {
		unsigned capacity = children->capacity ? 2 * children->capacity : 8;
		CXCursor *items = arena_alloc(children->arena, capacity * sizeof *items);
		if (children->count)
			memcpy(items, children->items, children->count * sizeof *items);
		children->items = items;
		children->capacity = capacity;
	}
	children->items[children->count++] = cursor;
	return CXChildVisit_Continue;
}

CXCursor *cursor_children(struct arena *arena, CXCursor cursor, unsigned *count)
{
	struct children children = {.arena = arena};
	clang_visitChildren(cursor, add_child, &children);
	*count = children.count;
	return children.items;
}

const char *cursor_name(struct arena *arena, CXCursor cursor)
{
	CXString string = clang_getCursorSpelling(cursor);
	const char *name = arena_strdup(arena, clang_getCString(string) ? clang_getCString(string) : "");
	clang_disposeString(string);
	return name;
}

unsigned cursor_offset(CXSourceLocation location)
{
	unsigned offset = 0;
	clang_getFileLocation(location, NULL, NULL, NULL, &offset);
	return offset;
}

unsigned cursor_start(CXCursor cursor)
{
	return cursor_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
}

unsigned cursor_end(CXCursor cursor)
{
	return cursor_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)));
}

bool cursor_is_own(CXCursor cursor)
{
	CXFile file;
	clang_getFileLocation(clang_getCursorLocation(cursor), &file, NULL, NULL, NULL);
	CXString name = clang_getFileName(file);
	bool own = clang_getCString(name) && !strcmp(clang_getCString(name), KERNEL_CODE_NAME);
	clang_disposeString(name);
	return own;
}
