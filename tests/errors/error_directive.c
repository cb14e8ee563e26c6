// error at compilation, which is the default: an error or a warning with the message.
int main(void)
{
#pragma omp error severity(warning) message("this is slow") // warning: error directive: "this is slow"
#pragma omp error at(compilation) message("never") // error: error directive: "never"
#pragma omp error // error: error directive: no message
	return 0;
}
