/*
 * survey.h - one walk over the syntax tree: the functions that hold pragmas, the statement each pragma stands before, the
 * variables visible there and every reference to them with what it does to the variable.
 * After this pass nobody looks at the syntax tree.
 */
#ifndef PPCC_SURVEY_H
#define PPCC_SURVEY_H

#include "types.h"
#include "pragma.h"
#include "source.h"

#include <uthash.h>

struct site;

/* What declare target says of a variable (5.2, 7.8). */
enum on_device { DEVICE_NONE, DEVICE_ENTER, DEVICE_LINK, DEVICE_LOCAL };

enum storage { STORAGE_AUTO, STORAGE_PARAMETER, STORAGE_STATIC_LOCAL, STORAGE_EXTERN_LOCAL, STORAGE_GLOBAL };

struct function {
	const char *name;
	CXCursor cursor;
	unsigned start, body, end;     /* text[start, end); body: offset of its '{' */
	bool declared_before;          /* a prototype stands before the definition */
	bool old_style;                /* parameters declared between ')' and '{' */
	bool variadic;
	const char *prototype;         /* "int f(int, double)" as text; for calls from functions placed before it */
	struct function *next;
};

struct text_range {
	unsigned start, end;
};

/* One declaration of a variable; globals may have several. */
struct declaration {
	unsigned start, end;    /* text[start, end): the declarator's cursor: specifiers, declarator, initialiser */
	unsigned name_offset;
	bool in_file;           /* in the main file, not in a header */
	bool is_extern, is_static;
	bool shared_specifiers; /* one of several declarators: `int a, b;` */
	struct declaration *next;
};

enum { NAME_BUCKETS = 1024 };

struct variable {
	const char *name;
	struct variable *namesake;     /* the next one in its bucket of survey->by_name */
	enum storage storage;
	const struct ctype *type;
	unsigned declared;             /* offset of the name in its first declaration; 0 when that is in a header */
	unsigned scope_start, scope_end; /* where the name is visible; globals: to the end of the file */
	struct declaration *declarations; /* first first */
	struct function *function;     /* null for globals */
	const char *alignment;         /* what _Alignas or aligned says, as text; null: nothing */
	bool is_register;
	bool threadprivate;            /* set by dataenv.c */
	bool groupprivate;             /* set by groupprivate.c */
	bool only_on_host;             /* groupprivate with device_type(host); set by the same */
	const struct site *allocated;  /* the allocate directive that gives it its storage; set by allocate.c */

	enum on_device on_device;      /* set by maps.c */
	const char *new_name;          /* a static local that is moved to file scope: its name there (edits.c) */
	struct text_range moved;       /* the declaration that moves, and its text there */
	const char *moved_text;
	bool address_taken;            /* anywhere in the function */
	int order;                     /* of declaration */
	const struct variable *of;     /* a member that accesses.c treats as a variable ("s.n", "p->data"): the struct or the pointer */
	struct variable *next;
	CXCursor cursor;               /* survey.c's: the canonical declaration */
	struct variable *same_hash;
};

/* Whether devices have the variable for the whole program, so that no construct need map it. */
static inline bool variable_stays_on_device(const struct variable *variable)
{
	return variable->on_device == DEVICE_ENTER || variable->on_device == DEVICE_LOCAL;
}

enum access {
	ACCESS_READ = 1,
	ACCESS_WRITE = 2,
	ACCESS_ADDRESS = 4,
	ACCESS_UNEVALUATED = 8, /* operand of sizeof and the like */
	ACCESS_VALUE = 32,      /* read for more than to change it: `y = x`, not `x++` */
	ACCESS_WHOLE = 16       /* an array used otherwise than through its elements: sizeof, & */
};

struct reference {
	struct variable *variable;
	unsigned offset;        /* where the name is written, or where the outermost macro invocation begins */
	bool editable;          /* the name can be replaced at offset */
	unsigned invocation;    /* not editable: offset of the outermost macro invocation to expand */
	unsigned access;
};

/* A struct, union, enum or typedef that is declared inside a function. */
struct local_type {
	const char *name;             /* tag or typedef name; null when anonymous */
	unsigned start, end;          /* the specifier's text (`struct s {...}`), a typedef's whole declaration */
	unsigned name_offset;
	unsigned scope_end;
	bool is_typedef, is_enum, is_union;
	bool is_enumerator;           /* a constant of an enum that is in the list too */
	const struct ctype *variable; /* a typedef of a variably modified type: it cannot move; else null */
	bool is_forward;              /* `struct s;` whose definition moves: it must go */
	const char *new_name;         /* set when it is moved to file scope */
	struct function *function;
	bool removed;                 /* moved by itself, not as a part of another; set with the next three by edits.c */
	struct text_range moved;
	const char *text, *left;      /* at file scope, and what stays in the function */
	struct local_type *next;
};

struct type_reference {
	struct local_type *type;
	unsigned offset;
	struct type_reference *next;
};

/* The statement after a pragma. */
struct statement {
	bool found;
	unsigned start, end;    /* text[start, end), with the ';' */
	bool is_for, is_compound;
	unsigned unknown;       /* not 0: offset of a macro invocation to expand before the end can be told */
};

struct name {
	UT_hash_handle hh;
	char spelling[];
};

/* An expression inside the statement of an atomic construct. */
struct typed_expression {
	unsigned start, end;
	const char *spelling;    /* of its type, unqualified */
	enum ctype_class class;
	long long size;          /* bytes */
	bool is_atomic, bit_field;
	bool converted;          /* an implicit conversion of what it stands for */
	struct typed_expression *next;
};

/* An operand in the header of a for statement that is an integer constant expression. */
struct survey_constant {
	struct survey_constant *next;
	unsigned start;          /* where it, or the macro invocation that it comes from, is written */
	long long value;
};

/* What the expansion of a macro, or of a macro in it, does besides. */
enum macro_effect {
	MACRO_PASTES = 1,         /* has a # or ##: its arguments must stay as written */
	MACRO_NAMES_FUNCTION = 2, /* __func__ and the like */
	MACRO_COUNTS = 4,         /* __COUNTER__ */
	MACRO_JUMPS = 8,          /* break, continue, return, case, default or goto */
	MACRO_GOES = 16           /* goto */
};

/* A macro invocation written in the file. */
struct invocation {
	unsigned start, end;
	unsigned defined;        /* offset of the macro's name in its #define, when that is in the file; else 0 */
	unsigned effects;        /* enum macro_effect */
};

enum { VARIABLE_BUCKETS = 1024 };

struct survey {
	struct source *source;
	struct invocation *invocations; /* by start; outer before inner */
	unsigned invocation_count;
	struct pragma_table *pragmas;
	struct statement *statements; /* one per pragma */
	struct function **owners;     /* one per pragma: the function it is in, null at file scope */
	struct function *functions;   /* those that hold pragmas, or all (source->every_function), in file order */
	struct variable *variables;
	struct variable *by_name[NAME_BUCKETS]; /* the same, by their names */
	struct variable *buckets[VARIABLE_BUCKETS]; /* the same by hash; linked by same_hash */
	struct allocations *allocations; /* allocation.c's */
	struct rotation *rotations;   /* rotation.c's */
	struct variable *members;     /* made by accesses.c: see variable.of */
	struct called_function *called; /* accesses_calls.c's */
	struct reference *references; /* by offset */
	unsigned reference_count;
	struct local_type *local_types;
	struct type_reference *type_references;
	struct typed_expression *typed;
	struct survey_constant *constants;
	struct macro *macros;         /* survey_macros.c's */
	struct name *names;           /* every identifier used in the file: generated names avoid them */
	struct name *file_names;      /* declared at file scope, headers included */
};

/* False: an error was printed. */
bool survey(struct source *source, struct pragma_table *pragmas, struct survey *result);
void survey_release(struct survey *survey);

/* The function around an offset; null: none, or not one of survey->functions. */
const struct function *survey_function_at(const struct survey *survey, unsigned offset);
/* survey_types.c: what a type is behind its typedefs; of an enum what represents it. */
bool survey_is_array(CXType type);
enum ctype_class survey_class_of(CXType type);
/* The variable of a canonical declaration; null: the survey has met none. */
struct variable *survey_variable(const struct survey *survey, CXCursor canonical);
/* The variable that `name` means at an offset; null when it is none. */
struct variable *survey_lookup(const struct survey *survey, const char *name, size_t length, unsigned offset);
/* Whether a word of an expression can mean something other than a variable: a function, a type, a constant, a keyword. */
bool survey_declares(const struct survey *survey, const char *name, size_t length);
/* The index of the first reference with offset >= the given one. */
unsigned survey_reference_at(const struct survey *survey, unsigned offset);

/* The type of the expression text[start, end) in an atomic construct; null when there is none. */
const struct typed_expression *survey_type_of(const struct survey *survey, unsigned start, unsigned end);

/* The constant that begins at an offset; null when none does. */
const struct survey_constant *survey_constant_at(const struct survey *survey, unsigned start);

/* The outermost macro invocation that covers an offset; null when none does. */
const struct invocation *survey_invocation(const struct survey *survey, unsigned offset);
/* The effects of all macros that text[start, end) invokes. */
unsigned survey_macro_effects(const struct survey *survey, unsigned start, unsigned end);

/* Whether the preprocessor might take a word for a macro's name, with the definitions of the whole file. */
enum macro_kind {
	MACRO_NONE,
	MACRO_OBJECT,
	MACRO_FUNCTION,   /* with parameters */
	MACRO_VARIES,     /* defined several times, with parameters or without */
	MACRO_PREDEFINED  /* of a kind that compilers have: __LINE__ */
};
enum macro_kind survey_macro_kind(const struct survey *survey, const char *name, size_t length);

/* A name like `base` that the file does not use; the name counts as used from then on. */
const char *survey_fresh_name(struct survey *survey, const char *base);
/* The same for a name that lives in one block only: the name stays free. */
const char *survey_free_name(const struct survey *survey, const char *base);
bool survey_uses_name(const struct survey *survey, const char *name);

#endif
