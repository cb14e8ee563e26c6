/* dynamic.c - see dynamic.h; this file is alone in needing dlopen. */
#include "dynamic.h"

#include <dlfcn.h>

void *ppcc_load(const char *path, const char **problem)
{
	void *library = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
	if (!library)
		*problem = dlerror();
	return library;
}

void ppcc_unload(void *library)
{
	dlclose(library);
}

void *ppcc_symbol(void *library, const char *name)
{
	return dlsym(library, name);
}
