/* kernels_by_hand.cl - the loops of kernels.c by hand in OpenCL C; the sizes are macros. */
__kernel void empty(void)
{
}

__kernel void vector_add(__global const double *a, __global const double *b, __global double *c)
{
	int i = get_global_id(0);
	c[i] = a[i] + b[i];
}

__kernel void triad(__global const double *a, __global const double *b, __global double *c)
{
	int i = get_global_id(0);
	c[i] = a[i] + 3.0 * b[i];
}

/* The work-items take turns at [0, n), or, on a processor (BLOCKS), each group of one has a part of it. */
#define FOR_MINE(i, n) \
	for (int i = BLOCKS ? get_group_id(0) * n / get_num_groups(0) : get_global_id(0), \
		 end = BLOCKS ? (get_group_id(0) + 1) * n / get_num_groups(0) : n; i < end; i += BLOCKS ? 1 : get_global_size(0))

static void combine(double sum, __global double *groups, __local double *parts)
{
	int item = get_local_id(0);
	parts[item] = sum;
	for (int rest = get_local_size(0) / 2; rest > 0; rest /= 2) {
		barrier(CLK_LOCAL_MEM_FENCE);
		if (item < rest)
			parts[item] += parts[item + rest];
	}
	if (item == 0)
		groups[get_group_id(0)] = parts[0];
}

__kernel void dot_product(__global const double *a, __global const double *b, __global double *groups, __local double *parts)
{
	double sum = 0;
	FOR_MINE(i, LENGTH)
		sum += a[i] * b[i];
	combine(sum, groups, parts);
}

__kernel void pi(__global double *groups, __local double *parts)
{
	double sum = 0;
	FOR_MINE(i, LENGTH) {
		double x = (i + 0.5) / LENGTH;
		sum += 4.0 / (1.0 + x * x);
	}
	combine(sum, groups, parts);
}

__kernel void matmul(__global const double *a, __global const double *b, __global double *c)
{
	int i = get_global_id(1), j = get_global_id(0);
	double sum = 0;
	for (int k = 0; k < ORDER; k++)
		sum += a[i * ORDER + k] * b[k * ORDER + j];
	c[i * ORDER + j] = sum;
}

__kernel void matmul_tiled(__global const double *a, __global const double *b, __global double *c)
{
	__local double left[TILE][TILE], right[TILE][TILE];
	int i = get_local_id(1), j = get_local_id(0), row = get_global_id(1), column = get_global_id(0);
	double sum = 0;
	for (int tile = 0; tile < ORDER; tile += TILE) {
		left[i][j] = a[row * ORDER + tile + j];
		right[i][j] = b[(tile + i) * ORDER + column];
		barrier(CLK_LOCAL_MEM_FENCE);
		for (int k = 0; k < TILE; k++)
			sum += left[i][k] * right[k][j];
		barrier(CLK_LOCAL_MEM_FENCE);
	}
	c[row * ORDER + column] = sum;
}

__kernel void stencil(__global const double *a, __global double *c)
{
	int i = get_global_id(1) + 1, j = get_global_id(0) + 1;
	if (i < SIDE - 1 && j < SIDE - 1)
		c[i * SIDE + j] = 0.2 * (a[i * SIDE + j] + a[(i - 1) * SIDE + j] + a[(i + 1) * SIDE + j] + a[i * SIDE + j - 1] + a[i * SIDE + j + 1]);
}

__kernel void stencil_error(__global const double *a, __global double *c, __global double *groups, __local double *parts)
{
	double error = 0;
	int item = get_local_id(0);
	for (int i = get_group_id(0) + 1; i < SIDE - 1; i += get_num_groups(0))
		for (int j = item + 1; j < SIDE - 1; j += get_local_size(0)) {
			c[i * SIDE + j] = 0.25 * (a[(i - 1) * SIDE + j] + a[(i + 1) * SIDE + j] + a[i * SIDE + j - 1] + a[i * SIDE + j + 1]);
			error = fmax(error, fabs(c[i * SIDE + j] - a[i * SIDE + j]));
		}
	parts[item] = error;
	for (int rest = get_local_size(0) / 2; rest > 0; rest /= 2) {
		barrier(CLK_LOCAL_MEM_FENCE);
		if (item < rest)
			parts[item] = fmax(parts[item], parts[item + rest]);
	}
	if (item == 0)
		groups[get_group_id(0)] = parts[0];
}

__kernel void histogram(__global int *counts)
{
	int i = get_global_id(0);
	atomic_inc(&counts[(uint)i * 2654435761u >> 24]);
}

__kernel void sparse(__global const double *a, __global const double *b, __global double *c, __global const int *begins, __global const int *columns)
{
	int row = get_global_id(0);
	double sum = 0;
	for (int e = begins[row]; e < begins[row + 1]; e++)
		sum += a[e] * b[columns[e]];
	c[row] = sum;
}

__kernel void n_body(__global const float *x, __global const float *y, __global const float *z, __global float *fx, __global float *fy, __global float *fz)
{
	int i = get_global_id(0);
	float sx = 0, sy = 0, sz = 0;
	for (int j = 0; j < BODIES; j++) {
		float dx = x[j] - x[i], dy = y[j] - y[i], dz = z[j] - z[i];
		float square = dx * dx + dy * dy + dz * dz + 0.01f;
		float factor = 1.0f / (square * sqrt(square));
		sx += dx * factor;
		sy += dy * factor;
		sz += dz * factor;
	}
	fx[i] = sx;
	fy[i] = sy;
	fz[i] = sz;
}
