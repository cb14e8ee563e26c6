#include "kernel_words.h"

#include <stdlib.h>
#include <string.h>

bool kernel_word_is_taken(const char *word, size_t length)
{
	static const char *const words[] = {"global", "local", "private", "constant", "generic", "kernel", "read_only", "write_only", "read_write",
		"uniform", "pipe", "half", "bool", "quad", "event_t", "sampler_t", "image2d_t", "image3d_t", "vec_step"};
	static const char *const vectors[] = {"char", "uchar", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "half"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == length && !memcmp(words[i], word, length))
			return true;
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		size_t base = strlen(vectors[i]);
		if (length <= base || length > base + 2 || memcmp(vectors[i], word, base))
			continue;
		long width = strtol(word + base, NULL, 10);
		if (width == 2 || width == 3 || width == 4 || width == 8 || width == 16)
			return true;
	}
	return false;
}
