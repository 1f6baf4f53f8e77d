/*
** Patterns as the reference manual defines them (§6.4.1), with the messages of the original library. Backtracking
** can take exponential time: every attempt and every character looked at is a step.
*/
#include "pattern.h"
#include <ctype.h>
#include <string.h>

enum { escape = '%', max_depth = 200 };

static const char *attempt(clb_pattern *m, const char *s, const char *p);

void clb_pattern_init(clb_pattern *m, lua_State *L, const char *text, size_t length, const char *pattern,
                      size_t pattern_length) {
  m->magic = 0;
  m->budget = clb_budget_of(L);
  m->text = text;
  m->text_end = text + length;
  m->pattern_end = pattern + pattern_length;
  m->depth = 0;
  m->captures = 0;
}

const char *clb_pattern_match(clb_pattern *m, const char *s, const char *p) {
  m->depth = max_depth;
  m->captures = 0;
  return attempt(m, s, p);
}

/* ---- One character ---- */

static bool in_named_class(int c, int name) {
  bool is;
  switch (tolower(name)) {
    case 'a': is = isalpha(c); break;
    case 'c': is = iscntrl(c); break;
    case 'd': is = isdigit(c); break;
    case 'g': is = isgraph(c); break;
    case 'l': is = islower(c); break;
    case 'p': is = ispunct(c); break;
    case 's': is = isspace(c); break;
    case 'u': is = isupper(c); break;
    case 'w': is = isalnum(c); break;
    case 'x': is = isxdigit(c); break;
    case 'z': is = c == 0; break;
    default: return name == c;
  }
  return is != (isupper(name) != 0);
}

/* `set` is after the bracket, `close` at the closing one. */
static bool in_set(int c, const char *set, const char *close) {
  bool inside = true;
  if (*set == '^') {
    inside = false;
    set++;
  }
  while (set < close) {
    if (*set == escape) {
      if (in_named_class(c, (unsigned char)set[1])) return inside;
      set += 2;
    } else if (set[1] == '-' && set + 2 < close) {
      if ((unsigned char)set[0] <= c && c <= (unsigned char)set[2]) return inside;
      set += 3;
    } else if ((unsigned char)*set++ == c) {
      return inside;
    }
  }
  return !inside;
}

/* Does the item from p up to `after` stand for the character at s? */
static inline bool stands_for(clb_pattern *m, const char *s, const char *p, const char *after) {
  if (s >= m->text_end) return false;
  int c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case escape: return in_named_class(c, (unsigned char)p[1]);
    case '[':
      m->budget.credit -= (int)((after - p) / 16);  /* a set may be as long as memory allows */
      return in_set(c, p + 1, after - 1);
    default: return (unsigned char)*p == c;
  }
}

static const char *after_set(clb_pattern *m, const char *p) {
  const char *first = p;
  if (*p == '^') p++;
  do {  /* a bracket that comes first means itself */
    if (p == m->pattern_end) luaL_error(m->budget.L, "malformed pattern (missing ']')");
    if (*p++ == escape && p < m->pattern_end) p++;
  } while (*p != ']');
  m->budget.credit -= (int)((p - first) / 16);
  return p + 1;
}

static inline const char *after_item(clb_pattern *m, const char *p) {
  char first = *p++;
  if (first == '[') return after_set(m, p);
  if (first != escape) return p;
  if (p == m->pattern_end) luaL_error(m->budget.L, "malformed pattern (ends with '%%')");
  return p + 1;
}

/* ---- Items of more than one character ---- */

static const char *balanced(clb_pattern *m, const char *s, const char *p) {
  if (p + 1 >= m->pattern_end) luaL_error(m->budget.L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->text_end || *s != p[0]) return NULL;
  int64_t open = 1;
  for (const char *c = s + 1; c < m->text_end; c++) {
    clb_step(&m->budget);
    if (*c == p[1]) {
      if (--open == 0) return c + 1;
    } else if (*c == p[0]) {
      open++;
    }
  }
  return NULL;
}

static const char *captured_again(clb_pattern *m, const char *s, int digit) {
  int n = digit - '1';
  if (n < 0 || n >= m->captures || m->capture[n].length == clb_capture_open) {
    luaL_error(m->budget.L, "invalid capture index %%%d", n + 1);
  }
  if (m->capture[n].length < 0) return NULL;
  size_t length = (size_t)m->capture[n].length;
  clb_spend(&m->budget, (int)(length / 64 & 0xFFFF));
  if ((size_t)(m->text_end - s) < length || memcmp(m->capture[n].start, s, length) != 0) return NULL;
  return s + length;
}

static const char *open_capture(clb_pattern *m, const char *s, const char *p, ptrdiff_t length) {
  if (m->captures >= clb_max_captures) luaL_error(m->budget.L, "too many captures");
  m->capture[m->captures].start = s;
  m->capture[m->captures++].length = length;
  const char *end = attempt(m, s, p);
  if (end == NULL) m->captures--;
  return end;
}

static const char *close_capture(clb_pattern *m, const char *s, const char *p) {
  int n = m->captures - 1;
  while (n >= 0 && m->capture[n].length != clb_capture_open) n--;
  if (n < 0) luaL_error(m->budget.L, "invalid pattern capture");
  m->capture[n].length = s - m->capture[n].start;
  const char *end = attempt(m, s, p);
  if (end == NULL) m->capture[n].length = clb_capture_open;
  return end;
}

/* ---- Repetition ---- */

/* Most first. `after` is at the sign. */
static const char *longest(clb_pattern *m, const char *s, const char *p, const char *after) {
  const char *last = s;
  while (stands_for(m, last, p, after)) {
    last++;
    clb_step(&m->budget);
  }
  for (; last >= s; last--) {
    const char *end = attempt(m, last, after + 1);
    if (end) return end;
  }
  return NULL;
}

static const char *shortest(clb_pattern *m, const char *s, const char *p, const char *after) {
  for (;; s++) {
    const char *end = attempt(m, s, after + 1);
    if (end) return end;
    if (!stands_for(m, s, p, after)) return NULL;
  }
}

/* ---- The pattern from p on, at s ---- */

/* Sets *s past a %b, %f or %1 item; false: there is none here. NULL in *s: it does not match. */
static bool special_item(clb_pattern *m, const char **s, const char **p) {
  int kind = (unsigned char)(*p)[1];
  if (kind == 'b') {
    *s = balanced(m, *s, *p + 2);
    *p += 4;
  } else if (kind == 'f') {
    *p += 2;
    if (**p != '[') luaL_error(m->budget.L, "missing '[' after '%%f' in pattern");
    const char *after = after_item(m, *p);
    int before = *s == m->text ? 0 : (unsigned char)(*s)[-1];
    bool edge = !in_set(before, *p + 1, after - 1) && in_set((unsigned char)**s, *p + 1, after - 1);
    *p = after;
    if (!edge) *s = NULL;
  } else if (isdigit(kind)) {
    *s = captured_again(m, *s, kind);
    *p += 2;
  } else {
    return false;
  }
  return true;
}

static const char *items(clb_pattern *m, const char *s, const char *p) {
  while (p != m->pattern_end) {
    switch (*p) {
      case '(':
        if (p[1] == ')') return open_capture(m, s, p + 2, clb_capture_position);
        return open_capture(m, s, p + 1, clb_capture_open);
      case ')': return close_capture(m, s, p + 1);
      case '$':
        if (p + 1 == m->pattern_end) return s == m->text_end ? s : NULL;
        break;
      case escape:
        if (special_item(m, &s, &p)) {
          if (s == NULL) return NULL;
          continue;
        }
    }
    const char *after = after_item(m, p);
    bool here = stands_for(m, s, p, after);
    switch (*after) {
      case '?':
        if (here) {
          const char *end = attempt(m, s + 1, after + 1);
          if (end) return end;
        }
        p = after + 1;
        break;
      case '+': return here ? longest(m, s + 1, p, after) : NULL;
      case '*':
        if (here) return longest(m, s, p, after);
        p = after + 1;
        break;
      case '-':
        if (here) return shortest(m, s, p, after);
        p = after + 1;
        break;
      default:
        if (!here) return NULL;
        s++;
        p = after;
    }
  }
  return s;
}

static const char *attempt(clb_pattern *m, const char *s, const char *p) {
  clb_step(&m->budget);
  if (m->depth-- == 0) luaL_error(m->budget.L, "pattern too complex");
  s = items(m, s, p);
  m->depth++;
  return s;
}

/* ---- Captures as values ---- */

void clb_pattern_push_one(clb_pattern *m, int n, const char *s, const char *e) {
  lua_State *L = m->budget.L;
  if (n >= m->captures) {
    if (n != 0) luaL_error(L, "invalid capture index %%%d", n + 1);
    lua_pushlstring(L, s, (size_t)(e - s));
    return;
  }
  ptrdiff_t length = m->capture[n].length;
  if (length == clb_capture_open) luaL_error(L, "unfinished capture");
  if (length == clb_capture_position) lua_pushinteger(L, m->capture[n].start - m->text + 1);
  else lua_pushlstring(L, m->capture[n].start, (size_t)length);
}

int clb_pattern_push(clb_pattern *m, const char *s, const char *e) {
  int count = m->captures == 0 && s ? 1 : m->captures;
  luaL_checkstack(m->budget.L, count, "too many captures");
  for (int n = 0; n < count; n++) clb_pattern_push_one(m, n, s, e);
  return count;
}
