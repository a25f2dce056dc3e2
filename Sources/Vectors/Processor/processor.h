// What the processor can do, asked of it once.
#ifndef PARKLINE_PROCESSOR_H
#define PARKLINE_PROCESSOR_H

#if defined(__x86_64__)
#include <cpuid.h>

// The registers that the system keeps for a program: bit 2 for 256 bits, bits 5 to 7 for 512.
static inline unsigned parkline_kept_registers(void) {
  unsigned low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

// 8 where vectors of eight doubles can be used (AVX-512 F, DQ, VL), 4 where those of four can (AVX2),
// else 2.
static inline int parkline_vector_width(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 2;
  unsigned has_kept = c & (1u << 27), has_avx = c & (1u << 28);
  if (!has_kept || !has_avx || !__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 2;
  unsigned kept = parkline_kept_registers();
  if ((kept & 0x6) != 0x6 || !(b & (1u << 5))) return 2;
  unsigned wide = (1u << 16) | (1u << 17) | (1u << 31);
  return (b & wide) == wide && (kept & 0xE0) == 0xE0 ? 8 : 4;
}
#else
static inline int parkline_vector_width(void) { return 2; }
#endif

#endif
