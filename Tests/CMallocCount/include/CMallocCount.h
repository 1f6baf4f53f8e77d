/* Counts what the process allocates, in place of the C library's own malloc; glibc alone. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

/* False in a program under a sanitizer, which has a malloc of its own. */
bool allocation_is_counted(void);

/* Blocks allocated or grown so far, by anybody in the process. */
uint64_t allocation_count(void);
