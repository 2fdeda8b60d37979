#ifndef SNOWLINE_CZLIB_SHIM_H
#define SNOWLINE_CZLIB_SHIM_H

#include <zlib.h>

/* The initialisers are macros that pass the version and size of the caller's header along. */

/* 16 added to the window bits: a gzip header and trailer, no other format. */
static inline int snowline_inflate_gzip_init(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}

/* Negative window bits: a bare deflate stream, as a zip archive holds it. */
static inline int snowline_deflate_raw_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
}

#endif
