// What is wrong in a context selector.
int n;

static void selectors(void)
{
#pragma omp metadirective when(: parallel) // error: expected a trait set: construct, device, target_device, implementation or user, each as in 'user={condition(x)}'
	n++;
#pragma omp metadirective when(condition(1) : parallel) // error: expected a trait set: construct, device, target_device, implementation or user, each as in 'user={condition(x)}'
	n++;
#pragma omp metadirective when(user = condition(1) : parallel) // error: expected '= { traits }' after 'user'
	n++;
#pragma omp metadirective when(user = {} : parallel) // error: expected a trait in the 'user' set
	n++;
#pragma omp metadirective when(user = {condition} : parallel) // error: expected '(' after 'condition'
	n++;
#pragma omp metadirective when(user = {condition()} : parallel) // error: expected a property in 'condition'
	n++;
#pragma omp metadirective when(user = {condition(1) condition(0)} : parallel) // error: expected ',' or '}' in the 'user' set, found 'condition'
	n++;
#pragma omp metadirective when(user = {condition(1), condition(0)} : parallel) // error: 'condition' appears twice in the 'user' set
	n++;
#pragma omp metadirective when(user = {condition(1)}, user = {condition(1)} : parallel) // error: the 'user' set appears twice in one selector
	n++;
#pragma omp metadirective when(user = {condition(1)} device = {kind(any)} : parallel) // error: expected ',' between trait sets, found 'device'
	n++;
#pragma omp metadirective when(user = {kind(any)} : parallel) // error: 'kind' is no trait of the 'user' set; its traits are condition
	n++;
#pragma omp metadirective when(device = {vendor(gnu)} : parallel) // error: 'vendor' is no trait of the 'device' set; its traits are kind arch isa
	n++;
#pragma omp metadirective when(device = {kind(any, host)} : parallel) // error: 'any' in 'kind' stands alone
	n++;
#pragma omp metadirective when(device = {kind(score(1) : host)} : parallel) // error: a trait of 'device' takes no score
	n++;
#pragma omp metadirective when(user = {condition(score(n) : 1)} : parallel) // error: 'n' in 'score' is not an integer constant
	n++;
#pragma omp metadirective when(user = {condition(score(-1) : 1)} : parallel) // error: the score must not be negative
	n++;
#pragma omp metadirective when(user = {condition(score(1) 1)} : parallel) // error: expected ':' after 'score(...)' in 'condition'
	n++;
#pragma omp metadirective when(construct = {paralel} : parallel) // error: 'paralel' in the 'construct' set is not a directive
	n++;
#pragma omp metadirective when(construct = {parallel(n)} : single) // error: 'parallel' in the 'construct' set takes no properties
	n++;
}
