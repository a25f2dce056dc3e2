/* What the C library does with memory that is given back. */
#pragma once
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Large pieces go back to the system at once. Left alone, glibc keeps the more for itself the larger the pieces were
   that came back before (mallopt(3), M_MMAP_THRESHOLD). */
static inline void parkline_return_large_pieces(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 2 << 20);
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
#endif
}
