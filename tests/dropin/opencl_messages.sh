. "$LIB"
# What a program says when there is no device, when it must have one, and when a kernel cannot be built.
. "$(dirname "$LIB")/opencl.sh"
works env PPCC_OPENCL_DEVICE="no such" ./kernel; has out "500500 host"
has err "ppcc runtime: there is no OpenCL device, the host runs target regions: none has a name with what PPCC_OPENCL_DEVICE says"
[ "$(wc -l <err)" = 1 ] || fail "more than one line"
fails env PPCC_OPENCL_DEVICE="no such" OMP_TARGET_OFFLOAD=mandatory ./kernel; has err "a target construct needs a device, and there is none: none has a name"
works env OMP_TARGET_OFFLOAD=disabled ./kernel; has out "500500 host"; [ ! -s err ] || fail "OMP_TARGET_OFFLOAD=disabled: $(cat err)"
works env OCL_ICD_VENDORS="$PWD" ./kernel; has err "the OpenCL library finds no driver"

# The kernel's file stays, and the message names it.
fails env PPCC_OPENCL_OPTIONS="-D__kernel=nonsense" ./kernel
has err "cannot build the kernel main_target_6, kernel.c:6: #pragma omp target"; has err CL_BUILD_PROGRAM_FAILURE
kept=$(sed -n 's/.*the kernel is in //p' err); has "$kept" "__kernel void main_target_6("; rm "$kept"

works env OMP_DISPLAY_ENV=verbose PPCC_OPENCL_COPY=1 ./kernel
for name in DEVICE COPY OPTIONS; do has err "PPCC_OPENCL_$name = "; done; has err "has memory of its own"
works env PPCC_OPENCL_COPY=1 PPCC_TRACE=1 ./kernel
grep -qE "^ppcc trace +0 +to +sum +4 " err && grep -qE "^ppcc trace +0 +from +sum +4 " err && grep -qE "^ppcc trace +0 +from +host +4 " err || { cat err; fail "not the transfers of the maps"; }
[ "$(grep -cE " (to|from) " err)" = 3 ] || { cat err; fail "more transfers than the maps ask for"; }
