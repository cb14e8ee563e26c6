# cmake -DCMAKE_TOOLCHAIN_FILE=<prefix>/lib/cmake/ppcc/ppcc-toolchain.cmake
# Builds a project's C files with ppcc; the compiler behind it is the one that PPCC_CC names, cc by default.

get_filename_component(_ppcc_prefix "${CMAKE_CURRENT_LIST_DIR}" DIRECTORY)
while(NOT EXISTS "${_ppcc_prefix}/bin/ppcc")
	get_filename_component(_ppcc_parent "${_ppcc_prefix}" DIRECTORY)
	if(_ppcc_parent STREQUAL _ppcc_prefix)
		message(FATAL_ERROR "no bin/ppcc in any folder above ${CMAKE_CURRENT_LIST_DIR}")
	endif()
	set(_ppcc_prefix "${_ppcc_parent}")
endwhile()

set(CMAKE_C_COMPILER "${_ppcc_prefix}/bin/ppcc")
unset(_ppcc_parent)
unset(_ppcc_prefix)
