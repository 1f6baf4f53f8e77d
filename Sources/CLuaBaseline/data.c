#include "CLuaBaseline.h"
#include <string.h>

static const char *const grades[raw_grades] = {"student", "lecturer", "staff", "retired", "other"};
static const char *const regions[raw_regions] = {"north",  "south", "east",  "west", "centre", "coast",
                                                 "delta", "hills", "lakes", "port", "old",    "new"};
static const char *const tags[] = {"safety", "first-aid", "youth", "union"};

const raw_columns *raw_data(void) {
  static int32_t points[raw_members], hours[raw_members], paid[raw_members], volunteer[raw_members],
      joined[raw_members], last[raw_members], grade[raw_members], region[raw_members], birth[raw_members],
      held[raw_members];
  static const raw_columns columns = {points, hours, paid, volunteer, joined, last, grade, region, birth, held};
  static bool filled;
  for (int32_t i = 0; !filled && i < raw_members; i++) {
    uint32_t mix = (uint32_t)i * 2654435761u;
    points[i] = (int32_t)(mix >> 7) % 97;
    hours[i] = (int32_t)(mix >> 9) % 61;
    paid[i] = (int32_t)(mix >> 11) & 1;
    volunteer[i] = (int32_t)(mix >> 12) & 1;
    joined[i] = 15000 + (int32_t)(mix >> 13) % 4000;
    last[i] = 18000 + (int32_t)(mix >> 15) % 1500;
    grade[i] = (int32_t)(mix >> 17) % raw_grades;
    region[i] = (int32_t)(mix >> 18) % raw_regions;
    birth[i] = -4000 + (int32_t)(mix >> 10) % 12000;
    held[i] = (int32_t)(mix >> 19) & 15;
  }
  filled = true;
  return &columns;
}

const char *raw_grade(int index) { return grades[index]; }
const char *raw_region(int index) { return regions[index]; }

int raw_tag(const char *name, long length) {
  for (int i = 0; i < 4; i++)
    if (strlen(tags[i]) == (size_t)length && memcmp(tags[i], name, (size_t)length) == 0) return i;
  return -1;
}

__attribute__((noinline)) void raw_measured(void (*body)(void *context), void *context) {
  body(context);
  __asm__ volatile("");  /* a frame of its own: the call above is no jump */
}
