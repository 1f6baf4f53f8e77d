/* Between the files of this target. */
#ifndef CSANDBOX_PROBES_H
#define CSANDBOX_PROBES_H

#include <stdbool.h>

/* The version of Landlock's interface; 0 for none. */
int csandbox_landlock(void);

/* Whether the kernel knows filters of system calls. */
bool csandbox_has_filters(void);

#endif
