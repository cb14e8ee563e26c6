#include "affinity_format.h"

#include "context.h"

#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static char stored[PPCC_AFFINITY_FORMAT_SIZE] = "level %L thread %i affinity %A";
static pthread_mutex_t stored_lock = PTHREAD_MUTEX_INITIALIZER;

/* Text that is cut to its buffer but counted to its end. */
struct line {
	char *buffer;
	size_t size, length;
};

static void add(struct line *line, const char *text, size_t count)
{
	for (size_t i = 0; i < count; i++, line->length++)
		if (line->length + 1 < line->size)
			line->buffer[line->length] = text[i];
}

/* The processors that the thread may run on, as "0-3,5"; cut to size. */
static void processors_of_thread(char *text, size_t size)
{
	cpu_set_t set;
	size_t used = 0;
	ppcc_processors(&set);
	text[0] = '\0';
	for (int first = 0, last; first < CPU_SETSIZE && used < size; first = last + 1) {
		for (last = first; last < CPU_SETSIZE && CPU_ISSET(last, &set); last++)
			;
		if (last == first)
			continue;
		used += (size_t)snprintf(text + used, size - used, last - first > 1 ? "%s%d-%d" : "%s%d", used ? "," : "", first, last - 1);
	}
}

static const struct {
	char letter;
	const char *name;
} fields[] = {{'t', "team_num"}, {'T', "num_teams"}, {'L', "nesting_level"}, {'n', "thread_num"}, {'N', "num_threads"},
	{'a', "ancestor_tnum"}, {'H', "host"}, {'P', "process_id"}, {'i', "native_thread_id"}, {'A', "thread_affinity"}};

/* The value of one field; false when there is no such field. */
static bool field_value(char letter, char *value, size_t size)
{
	int number;
	switch (letter) {
	case 't': number = omp_get_team_num(); break;
	case 'T': number = omp_get_num_teams(); break;
	case 'L': number = omp_get_level(); break;
	case 'n': number = omp_get_thread_num(); break;
	case 'N': number = omp_get_num_threads(); break;
	case 'a': number = omp_get_ancestor_thread_num(omp_get_level() - 1); break;
	case 'P': number = (int)getpid(); break;
	case 'i': number = (int)syscall(SYS_gettid); break;
	case 'H':
		if (gethostname(value, size) != 0)
			snprintf(value, size, "localhost");
		value[size - 1] = '\0';
		return true;
	case 'A': processors_of_thread(value, size); return true;
	default: return false;
	}
	snprintf(value, size, "%d", number);
	return true;
}

/* The field after '%' at *format, which moves past it: [0][.][width] letter or {name}. */
static void expand(struct line *line, const char **format)
{
	const char *at = *format;
	bool zeros = *at == '0', right;
	int width = 0;
	char letter = *at, value[512];
	if (zeros)
		at++;
	right = *at == '.';
	if (right)
		at++;
	while (isdigit((unsigned char)*at) && width < 1000)
		width = 10 * width + (*at++ - '0');
	letter = *at;
	if (letter == '{') {
		size_t length = strcspn(++at, "}");
		letter = '\0';
		for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
			if (strlen(fields[i].name) == length && strncmp(fields[i].name, at, length) == 0)
				letter = fields[i].letter;
		at += length;
	}
	*format = at + (*at != '\0');
	if (!field_value(letter, value, sizeof value))
		strcpy(value, "undefined");
	int length = (int)strlen(value);
	for (int i = length; right && i < width; i++)
		add(line, zeros ? "0" : " ", 1);
	add(line, value, (size_t)length);
	for (int i = length; !right && i < width; i++)
		add(line, " ", 1);
}

size_t omp_capture_affinity(char *buffer, size_t size, const char *format)
{
	struct line line = {buffer, size, 0};
	char own[PPCC_AFFINITY_FORMAT_SIZE];
	ppcc_initialise();
	if (!format || !*format) {
		omp_get_affinity_format(own, sizeof own);
		format = own;
	}
	while (*format) {
		if (*format != '%') {
			add(&line, format++, 1);
		} else if (format[1] == '%') {
			add(&line, "%", 1);
			format += 2;
		} else {
			format++;
			expand(&line, &format);
		}
	}
	if (size > 0)
		buffer[line.length < size ? line.length : size - 1] = '\0';
	return line.length;
}

void omp_display_affinity(const char *format)
{
	char text[2048];
	omp_capture_affinity(text, sizeof text, format);
	puts(text);
}

void omp_set_affinity_format(const char *format)
{
	pthread_mutex_lock(&stored_lock);
	snprintf(stored, sizeof stored, "%s", format);
	pthread_mutex_unlock(&stored_lock);
}

size_t omp_get_affinity_format(char *buffer, size_t size)
{
	ppcc_initialise();
	pthread_mutex_lock(&stored_lock);
	size_t length = strlen(stored);
	if (size > 0)
		snprintf(buffer, size, "%s", stored);
	pthread_mutex_unlock(&stored_lock);
	return length;
}
