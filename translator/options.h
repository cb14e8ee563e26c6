/*
 * options.h - the command line: what the user asks of ppcc, and each word's part in the commands of the back end.
 * All strings are the caller's argv or in the arena that options_read was given.
 */
#ifndef PPCC_OPTIONS_H
#define PPCC_OPTIONS_H

#include "arena.h"
#include "diagnostic_style.h"

#include <stdbool.h>

enum own_option {
#define OWN(name, spelling, value, help) OWN_##name,
#include "options.def"
	OWN_COUNT
};

/* What a word of the command line is to the driver. */
enum role {
	ROLE_GENERAL,      /* goes to every command: -O2 -g -Wall -fPIC */
	ROLE_GENERAL_NEXT, /* the same; takes the next word although it is joined with a value already */
	ROLE_OWN,          /* --pp-...: goes to none */
	ROLE_OPENMP_ON,
	ROLE_OPENMP_OFF,
	ROLE_OPENMP_DETAIL, /* has a meaning only for a compiler that does OpenMP itself */
	ROLE_OPENMP_DETAIL_NEXT,
	ROLE_MODE,         /* -c -S -E ... */
	ROLE_OUTPUT,       /* -o */
	ROLE_LANGUAGE,     /* -x */
	ROLE_PREPROCESS,   /* has an effect before the translated text is compiled, and must not be given again then */
	ROLE_DISPLAY,      /* changes how the output of -E looks */
	ROLE_DEPEND,       /* dependency files */
	ROLE_LINK,         /* only for the link step */
	ROLE_LIBRARY,      /* -l: only for the link step, where its place among the inputs counts */
	ROLE_NO_LIBRARIES, /* -nostdlib and the like */
	ROLE_STATIC,
	ROLE_INPUT
};

enum language {
	LANGUAGE_OBJECT, /* for the linker */
	LANGUAGE_C,
	LANGUAGE_PREPROCESSED, /* C after the preprocessor: .i */
	LANGUAGE_HEADER,
	LANGUAGE_ASSEMBLER,
	LANGUAGE_FORTRAN,
	LANGUAGE_OTHER /* compiled, but not C: C++, Objective C ... */
};

struct argument {
	const char *words[2]; /* as written; words[1] is null unless the value is a word of its own */
	enum role role;
	const char *value;      /* of the option, null when it has none; of an input its path */
	enum language language; /* inputs only */
	const char *forced;     /* inputs only: the name that -x gave, null when the suffix decided */
};

/* What the back end is to do last. */
enum mode {
	MODE_LINK,
	MODE_OBJECT,     /* -c */
	MODE_ASSEMBLY,   /* -S */
	MODE_SYNTAX,     /* -fsyntax-only */
	MODE_PREPROCESS, /* -E, -M, -MM */
	MODE_OTHER       /* --analyze ...: for the back end alone */
};

/* -MD and its companions, also where -Wp, wraps them. */
struct dependencies {
	bool wanted;              /* a file is written beside the compilation */
	bool no_system;           /* -MMD */
	bool phony;               /* -MP */
	bool by_preprocessor;     /* -Wp,-MD: the target is the plain name of the source */
	const char *file;         /* -MF; null: derived from the output */
	struct argument *targets; /* -MT and -MQ */
	unsigned target_count;
	const char *compile_database; /* -MJ */
};

struct options {
	const char *own[OWN_COUNT]; /* null: not given; "" or the value otherwise */
	bool openmp;       /* the last -fopenmp or -fno-openmp, or an option of ppcc on the command line, says so */
	bool openmp_given; /* the flag itself, in any spelling, is on */
	bool rewritten;    /* arguments are not what argv says: PPCC_FLAGS or options of ppcc */
	enum mode mode;
	bool dry_run;       /* -### */
	bool banner;        /* --version */
	bool emit_llvm;     /* -emit-llvm */
	bool profile;       /* --coverage and the like: the back end writes a .gcno */
	bool split_debug;   /* -gsplit-dwarf */
	const char *colour; /* -fdiagnostics-color: "always", "never" or "auto" */
	struct diagnostic_layout layout;
	bool no_libraries;  /* the link takes no library that is not written */
	bool link_static;
	bool save_temps, save_temps_beside; /* -save-temps; =obj */
	bool dump_names;                    /* -dumpdir, -dumpbase or -dumpbase-ext is given */
	const char *output;                 /* -o; null when not given */
	struct dependencies dependencies;
	struct argument *arguments; /* response files replaced by their contents */
	unsigned count;
	unsigned inputs;    /* how many are inputs */
	unsigned libraries; /* how many are -l */
};

/* argv without the program's name.  flags: more options, separated as in a response file, that come first; or null.
   False: a message was printed. */
bool options_read(struct options *options, struct arena *arena, int argc, char *const *argv, const char *flags);

/* The text of --pp-help, from options.def. */
void options_help(void);

/* The candidate that is spelt most like word, or null when none comes near.  candidates is null-terminated. */
const char *options_nearest(const char *word, const char *const *candidates);

#endif
