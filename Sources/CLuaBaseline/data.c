#include "CLuaBaseline.h"
#include <stdlib.h>
#include <string.h>

static const char *const grades[raw_grades] = {"student", "lecturer", "staff", "retired", "other"};
static const char *const regions[raw_regions] = {"north",  "south", "east",  "west", "centre", "coast",
                                                 "delta", "hills", "lakes", "port", "old",    "new"};
static const char *const tags[] = {"safety", "first-aid", "youth", "union"};

static void fill(const raw_columns *c, int32_t i) {
  uint32_t mix = (uint32_t)i * 2654435761u;
  c->points[i] = (int32_t)(mix >> 7) % 97;
  c->hours[i] = (int32_t)(mix >> 9) % 61;
  c->paid[i] = (int32_t)(mix >> 11) & 1;
  c->volunteer[i] = (int32_t)(mix >> 12) & 1;
  c->joined[i] = 15000 + (int32_t)(mix >> 13) % 4000;
  c->last[i] = 18000 + (int32_t)(mix >> 15) % 1500;
  c->grade[i] = (int32_t)(mix >> 17) % raw_grades;
  c->region[i] = (int32_t)(mix >> 18) % raw_regions;
  c->birth[i] = -4000 + (int32_t)(mix >> 10) % 12000;
  c->tags[i] = (int32_t)(mix >> 19) & 15;
}

const raw_columns *raw_data(int32_t count) {
  raw_columns *c = calloc(1, sizeof *c);
  int32_t *all = calloc((size_t)count * 10, sizeof *all);
  if (c == NULL || all == NULL) return NULL;
  int32_t **columns[] = {&c->points, &c->hours, &c->paid,   &c->volunteer, &c->joined,
                         &c->last,   &c->grade, &c->region, &c->birth,     &c->tags};
  for (int i = 0; i < 10; i++) *columns[i] = all + (size_t)count * (size_t)i;
  c->count = count;
  for (int32_t i = 0; i < count; i++) fill(c, i);
  return c;
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
