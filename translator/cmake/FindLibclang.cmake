# FindLibclang - the C API of clang, version 16 or newer.
#
#   LIBCLANG_ROOT           (cache, input) an LLVM installation; when empty the newest one found is taken
#   LIBCLANG_VERSION        its major version
#   LIBCLANG_RESOURCE_DIR   its builtin headers: <root>/lib/clang/<version>
#   Libclang::Libclang      imported target

set(LIBCLANG_ROOT "" CACHE PATH "Prefix of the LLVM installation to use, such as /usr/lib/llvm-19")

set(_libclang_oldest 16)
set(_libclang_newest 40)

# Sets in the caller LIBCLANG_LIBRARY, LIBCLANG_INCLUDE_DIR, LIBCLANG_RESOURCE_DIR and LIBCLANG_VERSION when `root` is an
# LLVM installation with libclang, its header and the builtin headers.
function(_libclang_try root)
	file(GLOB libraries ${root}/lib/libclang.so ${root}/lib/libclang-*.so ${root}/lib/libclang.so.* ${root}/lib/libclang-*.so.*
		${root}/lib/libclang.dylib ${root}/lib64/libclang.so)
	list(FILTER libraries EXCLUDE REGEX "libclang-cpp")
	file(GLOB resources ${root}/lib/clang/*/include/stddef.h ${root}/lib64/clang/*/include/stddef.h)
	if(NOT libraries OR NOT resources OR NOT EXISTS ${root}/include/clang-c/Index.h)
		return()
	endif()
	list(SORT resources COMPARE NATURAL ORDER DESCENDING)
	list(GET resources 0 resource)
	string(REGEX REPLACE "/include/stddef.h$" "" resource ${resource})
	string(REGEX MATCH "clang/([0-9]+)[^/]*$" version ${resource})
	if(CMAKE_MATCH_1 LESS _libclang_oldest)
		return()
	endif()
	list(GET libraries 0 library)
	set(LIBCLANG_LIBRARY ${library} PARENT_SCOPE)
	set(LIBCLANG_INCLUDE_DIR ${root}/include PARENT_SCOPE)
	set(LIBCLANG_RESOURCE_DIR ${resource} PARENT_SCOPE)
	set(LIBCLANG_VERSION ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

unset(LIBCLANG_LIBRARY)
if(LIBCLANG_ROOT)
	_libclang_try(${LIBCLANG_ROOT})
else()
	foreach(_libclang_major RANGE ${_libclang_newest} ${_libclang_oldest} -1)
		find_program(_libclang_config llvm-config-${_libclang_major} NO_CACHE)
		if(_libclang_config)
			execute_process(COMMAND ${_libclang_config} --prefix OUTPUT_VARIABLE _libclang_prefix OUTPUT_STRIP_TRAILING_WHITESPACE)
			_libclang_try(${_libclang_prefix})
		endif()
		unset(_libclang_config)
		foreach(_libclang_prefix /usr/lib/llvm-${_libclang_major} /usr/lib/llvm/${_libclang_major} /opt/homebrew/opt/llvm@${_libclang_major})
			if(NOT LIBCLANG_LIBRARY)
				_libclang_try(${_libclang_prefix})
			endif()
		endforeach()
		if(LIBCLANG_LIBRARY)
			break()
		endif()
	endforeach()
	foreach(_libclang_prefix /usr /usr/local)
		if(NOT LIBCLANG_LIBRARY)
			_libclang_try(${_libclang_prefix})
		endif()
	endforeach()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libclang
	REQUIRED_VARS LIBCLANG_LIBRARY LIBCLANG_INCLUDE_DIR LIBCLANG_RESOURCE_DIR
	VERSION_VAR LIBCLANG_VERSION
	REASON_FAILURE_MESSAGE "version ${_libclang_oldest} or newer is needed: install libclang-19-dev, or say -DLIBCLANG_ROOT=<prefix>")

if(Libclang_FOUND AND NOT TARGET Libclang::Libclang)
	add_library(Libclang::Libclang UNKNOWN IMPORTED)
	set_target_properties(Libclang::Libclang PROPERTIES
		IMPORTED_LOCATION ${LIBCLANG_LIBRARY}
		INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${LIBCLANG_INCLUDE_DIR}
		INTERFACE_INCLUDE_DIRECTORIES ${LIBCLANG_INCLUDE_DIR})
endif()
