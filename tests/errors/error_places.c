// Where error may stand, and its message.
#pragma omp error at(execution) message("x") // error: 'error' at execution must be inside a function
static const char *text = "x";
int main(void)
{
#pragma omp error message(text) // error: the message of an 'error' at compilation must be a string literal
	return !text;
}
