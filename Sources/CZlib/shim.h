#ifndef POSTMORTEM_CZLIB_SHIM_H
#define POSTMORTEM_CZLIB_SHIM_H

#include <zlib.h>

// `deflateInit2` and `inflateInit2` are macros, which Swift cannot call.
static inline int postmortem_deflateInit(z_stream *stream, int level, int windowBits) {
    return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

static inline int postmortem_inflateInit(z_stream *stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}

#endif
