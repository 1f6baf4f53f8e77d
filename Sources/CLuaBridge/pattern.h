/* Lua patterns, matched in steps of a budget. */
#pragma once
#include "bounded.h"

enum { clb_max_captures = 32 };
enum { clb_capture_open = -1, clb_capture_position = -2 };  /* lengths of captures that have none */

typedef struct clb_pattern {
  uint32_t magic;            /* 0: gmatch keeps one in a userdata */
  clb_budget budget;
  const char *text, *text_end;
  const char *pattern_end;
  int depth;                 /* nested attempts that are still allowed */
  int captures;
  struct { const char *start; ptrdiff_t length; } capture[clb_max_captures];
} clb_pattern;

void clb_pattern_init(clb_pattern *m, lua_State *L, const char *text, size_t length, const char *pattern,
                      size_t pattern_length);
/* [0, 0, v] The end of a match of `p` that starts at `s`, or NULL. */
const char *clb_pattern_match(clb_pattern *m, const char *s, const char *p);
/* [0, +n, v] The captures, or the whole match where there are none and `s` is given. */
int clb_pattern_push(clb_pattern *m, const char *s, const char *e);
/* [0, +1, v] The n-th capture from 0; the whole match counts as the first of none. */
void clb_pattern_push_one(clb_pattern *m, int n, const char *s, const char *e);
