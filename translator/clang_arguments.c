#include "clang_arguments.h"

#include <string.h>

/* The name of a file that exists everywhere: files that exist in memory only are one and the same for clang_File_isEqual. */
const char clang_prelude_name[] = "/dev/null";

const char clang_prelude[] =
	"#define __builtin_va_arg_pack() 0\n"
	"#define __builtin_va_arg_pack_len() 0\n"
	"#define __builtin_has_attribute(x, y) 0\n"
	"#define __builtin_speculation_safe_value(x, ...) (x)\n"
	"#ifndef CMPLX\n"
	"#define CMPLX(x, y) __builtin_complex((double)(x), (double)(y))\n"
	"#define CMPLXF(x, y) __builtin_complex((float)(x), (float)(y))\n"
	"#define CMPLXL(x, y) __builtin_complex((long double)(x), (long double)(y))\n"
	"#endif\n"
	"typedef float _Float32;\n"
	"typedef double _Float64;\n"
	"typedef double _Float32x;\n"
	"typedef long double _Float64x;\n"
	"#ifdef __SIZEOF_FLOAT128__\n"
	"typedef __float128 _Float128;\n"
	"#endif\n"
	"#ifdef PPCC_FOR_GCC\n" /* else the C library asks which compiler reads it */
	"#define __malloc__(...) __malloc__\n"
	"#endif\n";

/* How a flag is written. */
enum form {
	EXACT,    /* the word itself */
	PREFIX,   /* a word that starts so */
	JOINED,   /* the argument is the rest of the word or the next word */
	SEPARATE, /* the argument is the next word */
};

enum use {
	DROP,
	KEEP,
	KEEP_C, /* but drop it for a file that is preprocessed already */
};

/* The flags that have a meaning for the preprocessor or the language and that libclang understands.  Others are left out;
   those whose argument is a word of its own are named, so that the argument goes too.  The first match counts. */
static const struct flag {
	const char *spelling;
	enum form form;
	enum use use;
} flags[] = {
	{"-D", JOINED, KEEP_C},
	{"-U", JOINED, KEEP_C},
	{"-include", SEPARATE, KEEP_C},
	{"-imacros", SEPARATE, KEEP_C},
	{"-iquote", JOINED, KEEP_C},
	{"-isystem", JOINED, KEEP_C},
	{"-idirafter", JOINED, KEEP_C},
	{"-iprefix", JOINED, KEEP_C},
	{"-iwithprefixbefore", JOINED, KEEP_C},
	{"-iwithprefix", JOINED, KEEP_C},
	{"-isysroot", JOINED, KEEP},
	{"-I", JOINED, KEEP_C},
	{"--sysroot=", PREFIX, KEEP},
	{"--sysroot", SEPARATE, KEEP},
	{"--target=", PREFIX, KEEP},
	{"-target", SEPARATE, KEEP},
	{"-nostdinc", EXACT, KEEP_C},
	{"-undef", EXACT, KEEP},
	{"-std=", PREFIX, KEEP},
	{"--std=", PREFIX, KEEP},
	{"-ansi", EXACT, KEEP},
	{"-trigraphs", EXACT, KEEP},
	{"-traditional", PREFIX, DROP},
	{"-pthread", EXACT, KEEP},
	{"-O", PREFIX, KEEP},
	{"-m32", EXACT, KEEP},
	{"-m64", EXACT, KEEP},
	{"-mx32", EXACT, KEEP},
	{"-march=", PREFIX, KEEP},
	{"-mcpu=", PREFIX, KEEP},
	{"-mabi=", PREFIX, KEEP},
	{"-mfpu=", PREFIX, KEEP},
	{"-mfloat-abi=", PREFIX, KEEP},
	{"-mthumb", EXACT, KEEP},
	{"-marm", EXACT, KEEP},
	{"-mmmx", PREFIX, KEEP},
	{"-msse", PREFIX, KEEP},
	{"-mssse3", EXACT, KEEP},
	{"-mavx", PREFIX, KEEP},
	{"-mfma", EXACT, KEEP},
	{"-mf16c", EXACT, KEEP},
	{"-mbmi", PREFIX, KEEP},
	{"-maes", EXACT, KEEP},
	{"-mpclmul", EXACT, KEEP},
	{"-mpopcnt", EXACT, KEEP},
	{"-mlzcnt", EXACT, KEEP},
	{"-mrdrnd", EXACT, KEEP},
	{"-mno-sse", PREFIX, KEEP},
	{"-mno-avx", PREFIX, KEEP},
	{"-mno-fma", EXACT, KEEP},
	{"-ffreestanding", EXACT, KEEP},
	{"-fhosted", EXACT, KEEP},
	{"-fno-builtin", PREFIX, KEEP},
	{"-fsigned-char", EXACT, KEEP},
	{"-funsigned-char", EXACT, KEEP},
	{"-fno-signed-char", EXACT, KEEP},
	{"-fno-unsigned-char", EXACT, KEEP},
	{"-fshort-enums", EXACT, KEEP},
	{"-fshort-wchar", EXACT, KEEP},
	{"-fgnu89-inline", EXACT, KEEP},
	{"-fno-gnu89-inline", EXACT, KEEP},
	{"-fms-extensions", EXACT, KEEP},
	{"-fblocks", EXACT, KEEP},
	{"-fno-asm", EXACT, KEEP},
	{"-fdollars-in-identifiers", EXACT, KEEP},
	{"-fno-dollars-in-identifiers", EXACT, KEEP},
	{"-ffast-math", EXACT, KEEP},
	{"-ffinite-math-only", EXACT, KEEP},
	{"-fno-math-errno", EXACT, KEEP},
	{"-fPIC", EXACT, KEEP},
	{"-fPIE", EXACT, KEEP},
	{"-fpic", EXACT, KEEP},
	{"-fpie", EXACT, KEEP},
	{"-fexceptions", EXACT, KEEP},
	{"-fsanitize=", PREFIX, KEEP},
	{"--param", SEPARATE, DROP},
	{"-Xclang", SEPARATE, DROP},
	{"-Xlinker", SEPARATE, DROP},
	{"-Xassembler", SEPARATE, DROP},
	{"-Xpreprocessor", SEPARATE, DROP},
	{"-MF", JOINED, DROP},
	{"-MT", JOINED, DROP},
	{"-MQ", JOINED, DROP},
	{"-aux-info", SEPARATE, DROP},
	{"-dumpbase", SEPARATE, DROP},
	{"-dumpdir", SEPARATE, DROP},
	{"-arch", SEPARATE, DROP},
	{"-o", JOINED, DROP},
	{"-x", JOINED, DROP},
};

/* Where the arguments are collected.  words has room for all. */
struct collector {
	struct arena *arena;
	const char **words;
	int count;
	bool preprocessed;
};

static void collect(struct collector *collector, const char *word)
{
	collector->words[collector->count++] = word;
}

static bool flag_matches(const struct flag *flag, const char *word)
{
	if (flag->form == PREFIX || flag->form == JOINED)
		return strncmp(word, flag->spelling, strlen(flag->spelling)) == 0;
	return strcmp(word, flag->spelling) == 0;
}

static const struct flag *flag_find(const char *word)
{
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (flag_matches(&flags[i], word))
			return &flags[i];
	return NULL;
}

/* Takes over the flag at words[0]; returns how many words it has. */
static int filter(struct collector *collector, const char *const *words)
{
	const struct flag *flag = flag_find(words[0]);

	if (!flag)
		return 1;
	bool next = flag->form == SEPARATE || (flag->form == JOINED && strcmp(words[0], flag->spelling) == 0);
	if (next && !words[1])
		return 1;
	if (flag->use == KEEP || (flag->use == KEEP_C && !collector->preprocessed)) {
		collect(collector, words[0]);
		if (next)
			collect(collector, words[1]);
	}
	return next ? 2 : 1;
}

/* The flags inside a -Wp,FLAG,FLAG.  Each piece is at least two bytes of the word. */
static void filter_pieces(struct collector *collector, const char *list)
{
	char *piece = collector->preprocessed ? NULL : arena_strdup(collector->arena, list);

	while (piece) {
		char *comma = strchr(piece, ',');
		if (comma)
			*comma++ = '\0';
		/* -MD and -MMD have an argument here, which is then a piece without a dash */
		if (piece[0] == '-' && (piece[1] == 'D' || piece[1] == 'U' || piece[1] == 'I') && piece[2] != '\0')
			collect(collector, piece);
		piece = comma;
	}
}

/* The number of words that `words` (null-terminated, or null) can become. */
static size_t room(const char *const *words)
{
	size_t count = 0;

	for (; words && *words; words++)
		count += strncmp(*words, "-Wp,", 4) == 0 ? 1 + strlen(*words) / 2 : 1;
	return count;
}

const char *const *clang_arguments_for_gcc(struct arena *arena, unsigned major, unsigned minor)
{
	static const char *const fixed[] = {"-U__clang__", "-U__clang_major__", "-U__clang_minor__", "-U__clang_patchlevel__",
	                                    "-U__clang_version__", "-DPPCC_FOR_GCC"};
	enum { COUNT = sizeof fixed / sizeof *fixed };
	const char **words = arena_alloc(arena, (COUNT + 2) * sizeof *words);

	memcpy(words, fixed, sizeof fixed);
	words[COUNT] = arena_printf(arena, "-fgnuc-version=%u.%u.0", major, minor);
	return words;
}

void clang_arguments_make(struct clang_arguments *arguments, const struct source *source, const char *const *extra)
{
	const struct source_options *options = source->options;
	struct arena *arena = source->arena;
	size_t count = 16 + room(options->cpp) + room(source->dialect) + room(extra) + 1;
	struct collector collector = {.arena = arena, .preprocessed = options->preprocessed};
	collector.words = arena_alloc(arena, count * sizeof *collector.words);

	collect(&collector, "-x");
	collect(&collector, "c");
	collect(&collector, options->preprocessed ? "-DPPCC_FOR_GCC" : "-D_OPENMP=202111");
	collect(&collector, "-include");
	collect(&collector, clang_prelude_name);
	if (options->include_dir) {
		collect(&collector, "-isystem");
		collect(&collector, options->include_dir);
	}
	for (const char *const *words = options->cpp; words && *words;) {
		if (strncmp(*words, "-Wp,", 4) == 0)
			filter_pieces(&collector, *words++ + 4);
		else
			words += filter(&collector, words);
	}
#ifdef PPCC_CLANG_RESOURCE_DIR
	if (*PPCC_CLANG_RESOURCE_DIR) {
		collect(&collector, "-resource-dir");
		collect(&collector, PPCC_CLANG_RESOURCE_DIR);
	}
#endif
	collect(&collector, "-ferror-limit=0");
	collect(&collector, "-Wno-everything");
	for (const char *const *words = source->dialect; words && *words; words++)
		collect(&collector, *words);
	for (const char *const *words = extra; words && *words; words++)
		collect(&collector, *words);
	arguments->words = collector.words;
	arguments->count = collector.count;
}
