#include "installation.h"

#include "diagnostic.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Relative to the folder of the program. */
#ifndef PPCC_INSTALL_LIBDIR
#define PPCC_INSTALL_LIBDIR "../lib"
#endif
#ifndef PPCC_INSTALL_INCLUDEDIR
#define PPCC_INSTALL_INCLUDEDIR PPCC_INSTALL_LIBDIR "/ppcc/include"
#endif

/* The first of the folders (null-terminated, relative to base) that holds one of the files; made absolute. */
static const char *find_folder(struct arena *arena, const char *base, const char *const *folders,
							   const char *const *files)
{
	for (; *folders; folders++) {
		for (unsigned i = 0; files[i]; i++) {
			if (access(arena_printf(arena, "%s/%s/%s", base, *folders, files[i]), R_OK) != 0)
				continue;
			char *resolved = realpath(arena_printf(arena, "%s/%s", base, *folders), NULL);
			const char *copy = resolved ? arena_strdup(arena, resolved) : NULL;
			free(resolved);
			if (copy)
				return copy;
		}
	}
	return NULL;
}

/* Folders that the loader searches without being told. */
static bool is_system_folder(const char *path)
{
	static const char *const patterns[] = {
		"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/lib/*-linux-gnu*", "/usr/lib/*-linux-gnu*", NULL};
	for (unsigned i = 0; patterns[i]; i++)
		if (fnmatch(patterns[i], path, FNM_PATHNAME) == 0)
			return true;
	return false;
}

void installation_find(struct installation *installation, struct arena *arena)
{
	static const char *const include_folders[] = {PPCC_INSTALL_INCLUDEDIR, "../lib/ppcc/include", "../include", NULL};
	static const char *const library_folders[] = {PPCC_INSTALL_LIBDIR, "../lib", NULL};
	static const char *const headers[] = {"ppcc/pthread.h", "ppcc/device.h", NULL};
	static const char *const libraries[] = {"libppcc.so", "libppcc.a", NULL};

	char *self = realpath("/proc/self/exe", NULL);
	if (!self)
		die("cannot find out where ppcc is: /proc is not there");
	installation->program = arena_strdup(arena, self);
	free(self);
	const char *folder = arena_strndup(arena, installation->program,
									   (size_t)(strrchr(installation->program, '/') - installation->program));

	installation->include_dir = find_folder(arena, folder, include_folders, headers);
	installation->library_dir = find_folder(arena, folder, library_folders, libraries);
	if (!installation->include_dir)
		die("ppcc's headers are not installed: no ppcc/pthread.h in %s/%s", folder, PPCC_INSTALL_INCLUDEDIR);
	if (!installation->library_dir)
		die("ppcc's runtime is not installed: no libppcc in %s/%s", folder, PPCC_INSTALL_LIBDIR);
	installation->shared = access(arena_printf(arena, "%s/libppcc.so", installation->library_dir), R_OK) == 0 &&
						   !is_system_folder(installation->library_dir);
}
