#include "CMallocCount.h"
#include <stdatomic.h>
#include <stddef.h>

/* What glibc calls its own. A program that defines malloc, calloc, realloc and free replaces them everywhere. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void __libc_free(void *block);

static _Atomic uint64_t count;

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  count++;
  return __libc_realloc(block, size);
}

void free(void *block) { __libc_free(block); }

uint64_t allocation_count(void) { return count; }
