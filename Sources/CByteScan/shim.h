// Sixteen bytes a step, which Swift's own vectors can not: they have no instruction that makes a mask of bits out of a comparison.
// Header only; nothing is linked.
#ifndef CBYTESCAN_SHIM_H
#define CBYTESCAN_SHIM_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One bit for each of 64 bytes, the first byte lowest: set where the byte means something to CSV (comma, quote, carriage return,
/// line feed), is NUL, or is not ASCII. For any processor.
static inline uint64_t csv_marks_portable(const uint8_t *bytes) {
    uint64_t marks = 0;
    for (int index = 0; index < 64; index++) {
        uint8_t byte = bytes[index];
        uint64_t is_mark =
            byte == ',' || byte == '"' || byte == '\r' || byte == '\n' || byte == 0 || byte >= 0x80;
        marks |= is_mark << index;
    }
    return marks;
}

#if defined(__SSE2__)
static inline uint64_t csv_marks_16(const uint8_t *bytes) {
    __m128i chunk = _mm_loadu_si128((const __m128i *)bytes);
    // What is not ASCII has its top bit set already.
    __m128i marks = _mm_or_si128(chunk, _mm_cmpeq_epi8(chunk, _mm_set1_epi8(',')));
    marks = _mm_or_si128(marks, _mm_cmpeq_epi8(chunk, _mm_set1_epi8('\n')));
    marks = _mm_or_si128(marks, _mm_cmpeq_epi8(chunk, _mm_set1_epi8('"')));
    marks = _mm_or_si128(marks, _mm_cmpeq_epi8(chunk, _mm_set1_epi8('\r')));
    marks = _mm_or_si128(marks, _mm_cmpeq_epi8(chunk, _mm_setzero_si128()));
    return (uint64_t)(uint32_t)_mm_movemask_epi8(marks);
}
#endif

/// The same, as quickly as the processor can.
static inline uint64_t csv_marks(const uint8_t *bytes) {
#if defined(__SSE2__)
    return csv_marks_16(bytes) | csv_marks_16(bytes + 16) << 16 | csv_marks_16(bytes + 32) << 32
        | csv_marks_16(bytes + 48) << 48;
#else
    return csv_marks_portable(bytes);
#endif
}

#endif
