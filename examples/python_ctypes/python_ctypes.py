"""Calls a C library with threads on NumPy arrays, without a copy.

    python3 python_ctypes.py ./libstatistics.so
"""

import ctypes
import sys

import numpy

array = numpy.ctypeslib.ndpointer(dtype=numpy.float64, ndim=1, flags="C_CONTIGUOUS")
library = ctypes.CDLL(sys.argv[1])
library.mean.restype = ctypes.c_double
library.mean.argtypes = [array, ctypes.c_size_t]
library.moving_mean.restype = None
library.moving_mean.argtypes = [array, array, ctypes.c_size_t, ctypes.c_size_t]

values = numpy.sin(numpy.linspace(0.0, 100.0, 1_000_001)) + 1.0
smooth = numpy.empty_like(values)
library.moving_mean(values, smooth, values.size, 50)

kernel = numpy.ones(101) / 101
print(f"mean {library.mean(values, values.size):.6f}, NumPy's {values.mean():.6f}")
print("the moving means agree:", bool(numpy.allclose(smooth[50:-50], numpy.convolve(values, kernel, mode="valid"))))
