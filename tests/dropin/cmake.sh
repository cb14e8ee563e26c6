. "$LIB"
# find_package(OpenMP): compiles, links our library without -fopenmp at the link, and runs.
command -v cmake >/dev/null || skip "no cmake"
region a.c main '<omp.h>'
cat >CMakeLists.txt <<'M'
cmake_minimum_required(VERSION 3.20)
project(trial C)
find_package(OpenMP REQUIRED)
add_executable(a a.c)
target_link_libraries(a OpenMP::OpenMP_C)
M
works cmake -S . -B build -DCMAKE_C_COMPILER="$PPCC"; works cmake --build build
expect build/a = 500500
works ldd build/a; has out libppcc; lacks out gomp; lacks out libomp
case $PPCC_CC in *clang*) id=Clang;; *) id=GNU;; esac
grep -q "CMAKE_C_COMPILER_ID \"$id\"" build/CMakeFiles/*/CMakeCCompiler.cmake || fail "the compiler is not seen as $id"
has build/CMakeCache.txt 'OpenMP_ppcc_LIBRARY'
