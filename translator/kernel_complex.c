#include "kernel_complex.h"

#include "kernel_spaces.h"
#include "scan.h"
#include "text.h"

#include <string.h>

enum { MULTIPLIES = 1, DIVIDES = 2, OF_DOUBLE = 4 }; /* OF_DOUBLE is a shift: those of double stand above those of float */

struct finding {
	struct arena *arena;
	unsigned found; /* MULTIPLIES and DIVIDES; of double: times OF_DOUBLE */
};

static CXType plain(CXType type)
{
	return clang_getUnqualifiedType(clang_getCanonicalType(type));
}

static bool is_complex(CXCursor expression)
{
	return plain(clang_getCursorType(expression)).kind == CXType_Complex;
}

static void find(struct finding *finding, CXCursor cursor)
{
	unsigned count, what = 0;
	CXCursor *children = cursor_children(finding->arena, cursor, &count);
	if ((cursor.kind == CXCursor_BinaryOperator || cursor.kind == CXCursor_CompoundAssignOperator) && count == 2) {
		enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(cursor);
		if (kind == CXBinaryOperator_Mul || kind == CXBinaryOperator_MulAssign)
			what = MULTIPLIES;
		else if (kind == CXBinaryOperator_Div || kind == CXBinaryOperator_DivAssign)
			what = DIVIDES;
		if (what && (is_complex(children[0]) || is_complex(children[1]))) {
			CXType type = plain(clang_getCursorType(is_complex(children[1]) ? children[1] : cursor));
			finding->found |= clang_getCanonicalType(clang_getElementType(type)).kind == CXType_Float ? what : what * OF_DOUBLE;
		}
	}
	for (unsigned i = 0; i < count; i++)
		find(finding, children[i]);
}

/* kernel_pass */
static void find_all(void *context, const CXCursor *declarations, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		if (declarations[i].kind == CXCursor_FunctionDecl && clang_isCursorDefinition(declarations[i]))
			find(context, declarations[i]);
}

static void add_functions(struct text *out, unsigned found, const char *type, char mode)
{
	if (found & MULTIPLIES)
		text_printf(out, "/* (a + bi) (c + di), which the compiler calls for * */\n%s _Complex __mul%cc3(%s a, %s b, %s c, %s d)\n{\n"
			    "\t%s _Complex result;\n\t__real__ result = a * c - b * d;\n\t__imag__ result = a * d + b * c;\n\treturn result;\n}\n\n",
			    type, mode, type, type, type, type, type);
	if (found & DIVIDES)
		text_printf(out, "/* (a + bi) / (c + di), which the compiler calls for / */\n%s _Complex __div%cc3(%s a, %s b, %s c, %s d)\n{\n"
			    "\t%s _Complex result;\n\t%s scale = c * c + d * d;\n\t__real__ result = (a * c + b * d) / scale;\n"
			    "\t__imag__ result = (b * c - a * d) / scale;\n\treturn result;\n}\n\n",
			    type, mode, type, type, type, type, type, type);
}

/* By a type, or by a constant such as 1.0iF, which is what the macro I stands for. */
static bool mentions_complex(const char *code)
{
	const char *end = code + strlen(code);
	for (struct lexeme word = scan(code, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (lexeme_is(word, "_Complex") || lexeme_is(word, "__complex__") || (word.kind == LEX_NUMBER && strcspn(word.start, "ij") < word.length))
			return true;
	return false;
}

const char *kernel_complex_functions(struct arena *arena, const char *code)
{
	struct finding finding = {.arena = arena};
	struct code_edits none = {.arena = arena};
	struct kernel_code ignored = {.text = NULL};
	struct text out = {0};
	if (!mentions_complex(code))
		return "";
	kernel_code_edit(arena, code, find_all, &finding, &none, &ignored);
	add_functions(&out, finding.found, "float", 's');
	add_functions(&out, finding.found / OF_DOUBLE, "double", 'd');
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}
