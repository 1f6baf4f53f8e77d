/* Counts what the process allocates, in place of the C library's own malloc; glibc alone. */
#pragma once
#include <stdint.h>

/* Blocks allocated or grown so far, by anybody in the process. */
uint64_t allocation_count(void);
