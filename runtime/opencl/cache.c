/*
 * cache.c - binaries of kernels, kept between runs.
 *
 * A file is named by a hash of its key, the source, the options, the kind of memory and the device with its driver, and begins with the whole key: a file
 * of another key, or one cut short, is not used.  It is written under another name and then renamed, so that no
 * process sees a part of it.  PPCC_CACHE names the folder, none turns it off; else it is ppcc in XDG_CACHE_HOME or ~/.cache.
 */
#include "opencl.h"

#include "../common/error.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct header {
	char magic[8];
	unsigned long long key, binary; /* bytes that follow, in this order */
	unsigned long long check;       /* hash of the binary */
};

static const char magic[8] = "ppcccl1";

static unsigned long long hash(const void *bytes, size_t size, unsigned long long seed)
{
	const unsigned char *at = bytes;
	unsigned long long value = seed ^ 14695981039346656037ULL;
	for (size_t i = 0; i < size; i++)
		value = (value ^ at[i]) * 1099511628211ULL;
	return value;
}

/* The folder, made when it is missing; false: there is to be no cache. */
static bool find_folder(char *folder, size_t size)
{
	const char *chosen = getenv("PPCC_CACHE"), *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	if (chosen && strcmp(chosen, "none") == 0)
		return false;
	if (chosen && *chosen)
		snprintf(folder, size, "%s", chosen);
	else if (base && *base)
		snprintf(folder, size, "%s/ppcc", base);
	else if (home && *home)
		snprintf(folder, size, "%s/.cache/ppcc", home);
	else
		return false;
	for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(folder, 0700);
		*slash = '/';
	}
	return mkdir(folder, 0700) == 0 || errno == EEXIST;
}

static char *key_of(const struct opencl_device *device, const char *source)
{
	char *options = ppcc_cl_options(device, source);
	const char *beginning = ppcc_cl_beginning(device), *buffers = ppcc_cl_buffers() ? " buffers" : ""; /* other parameters */
	size_t size = strlen(device->key) + strlen(buffers) + strlen(beginning) + strlen(source) + strlen(options) + 3;
	char *key = ppcc_allocate(size);
	snprintf(key, size, "%s%s\n%s\n%s%s", device->key, buffers, options, beginning, source);
	free(options);
	return key;
}

static bool path_of(const char *key, char *path, size_t size)
{
	char folder[PATH_MAX - 64];
	if (!find_folder(folder, sizeof folder))
		return false;
	snprintf(path, size, "%s/%016llx.bin", folder, hash(key, strlen(key), 0));
	return true;
}

static unsigned char *read_binary(FILE *file, const char *key, size_t *size)
{
	struct header header;
	size_t length = strlen(key);
	if (fread(&header, sizeof header, 1, file) != 1 || memcmp(header.magic, magic, sizeof magic) != 0 || header.key != length ||
	    header.binary == 0 || header.binary > SIZE_MAX / 2)
		return NULL;
	char *stored = ppcc_allocate(length + 1);
	unsigned char *binary = malloc(header.binary);
	bool good = binary && fread(stored, 1, length, file) == length && memcmp(stored, key, length) == 0 &&
		    fread(binary, 1, header.binary, file) == header.binary && hash(binary, header.binary, 1) == header.check;
	free(stored);
	*size = header.binary;
	if (good)
		return binary;
	free(binary);
	return NULL;
}

unsigned char *ppcc_cl_cache_read(const struct opencl_device *device, const char *source, size_t *size)
{
	char path[PATH_MAX], *key = key_of(device, source);
	unsigned char *binary = NULL;
	FILE *file = path_of(key, path, sizeof path) ? fopen(path, "rb") : NULL;
	if (file) {
		binary = read_binary(file, key, size);
		fclose(file);
	}
	free(key);
	return binary;
}

void ppcc_cl_cache_write(const struct opencl_device *device, const char *source, const unsigned char *binary, size_t size)
{
	char path[PATH_MAX], part[PATH_MAX + 16], *key = key_of(device, source);
	struct header header = {.key = strlen(key), .binary = size, .check = hash(binary, size, 1)};
	memcpy(header.magic, magic, sizeof magic);
	if (path_of(key, path, sizeof path)) {
		snprintf(part, sizeof part, "%s.%ld", path, (long)getpid());
		FILE *file = fopen(part, "wb");
		bool good = file && fwrite(&header, sizeof header, 1, file) == 1 && fwrite(key, 1, header.key, file) == header.key &&
			    fwrite(binary, 1, size, file) == size;
		if (file && fclose(file) == 0 && good)
			rename(part, path);
		else if (file)
			unlink(part);
	}
	free(key);
}
