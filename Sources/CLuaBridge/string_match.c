/* string.find, match, gmatch and gsub. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "pattern.h"
#include <ctype.h>
#include <string.h>

/* A position counted from 1, or from the end when negative, as an offset that may lie behind the end. */
static size_t start_offset(lua_Integer position, size_t length) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)length) return 0;
  return length - (size_t)-position;
}

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (pattern[i] && strchr("^$*+?.([%-", pattern[i])) return false;
  return true;
}

/*
** memchr is the fastest way to what is rare; memmem is linear in the sum of both lengths, whatever they hold, and takes
** over when the first character misleads.
*/
static const char *find_bytes(const char *text, size_t length, const char *what, size_t size) {
  if (size == 0) return text;
  const char *end = text + length;
  for (int tries = 0; tries < 16; tries++) {
    if ((size_t)(end - text) < size) return NULL;
    const char *first = memchr(text, *what, (size_t)(end - text) - size + 1);
    if (first == NULL || memcmp(first + 1, what + 1, size - 1) == 0) return first;
    text = first + 1;
  }
  return memmem(text, (size_t)(end - text), what, size);
}

static int find_plain(lua_State *L, const char *text, size_t length, size_t start, const char *what, size_t size) {
  const char *found = find_bytes(text + start, length - start, what, size);
  if (found == NULL) return 0;
  lua_pushinteger(L, found - text + 1);
  lua_pushinteger(L, found - text + (lua_Integer)size);
  return 2;
}

static int find_pattern(lua_State *L, const char *text, size_t length, size_t start, const char *pattern,
                        size_t size, bool find) {
  clb_pattern m;
  clb_pattern_init(&m, L, text, length, pattern, size);
  bool anchored = size > 0 && *pattern == '^';
  pattern += anchored;
  for (const char *s = text + start; s <= m.text_end; s++) {
    const char *end = clb_pattern_match(&m, s, pattern);
    if (end && !find) return clb_pattern_push(&m, s, end);
    if (end) {
      lua_pushinteger(L, s - text + 1);
      lua_pushinteger(L, end - text);
      return 2 + clb_pattern_push(&m, NULL, NULL);
    }
    if (anchored) break;
  }
  return 0;
}

static int search(lua_State *L, bool find) {
  size_t length, size;
  const char *text = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &size);
  size_t start = start_offset(luaL_optinteger(L, 3, 1), length);
  int results = 0;
  if (start <= length) {
    bool plain = find && (lua_toboolean(L, 4) || is_plain(pattern, size));
    results = plain ? find_plain(L, text, length, start, pattern, size)
                    : find_pattern(L, text, length, start, pattern, size, find);
  }
  if (results == 0) {
    luaL_pushfail(L);
    return 1;
  }
  return results;
}

static int string_find(lua_State *L) { return search(L, true); }
static int string_match(lua_State *L) { return search(L, false); }

/* ---- gmatch ---- */

typedef struct matches { clb_pattern m; const char *next, *pattern, *last; } matches;

/* Upvalues: the text and the pattern, to keep them; the search. */
static int next_match(lua_State *L) {
  matches *all = lua_touserdata(L, lua_upvalueindex(3));
  all->m.budget.L = L;  /* another coroutine may go on */
  for (const char *s = all->next; s <= all->m.text_end; s++) {
    const char *end = clb_pattern_match(&all->m, s, all->pattern);
    if (end && end != all->last) {
      all->next = all->last = end;
      return clb_pattern_push(&all->m, s, end);
    }
  }
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t length, size;
  const char *text = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &size);
  size_t start = start_offset(luaL_optinteger(L, 3, 1), length);
  if (start > length) start = length + 1;
  lua_settop(L, 2);
  matches *all = lua_newuserdatauv(L, sizeof *all, 0);
  clb_pattern_init(&all->m, L, text, length, pattern, size);
  all->next = text + start;
  all->pattern = pattern;
  all->last = NULL;
  lua_pushcclosure(L, next_match, 3);
  return 1;
}

/* ---- gsub ---- */

static void add_capture(clb_pattern *m, luaL_Buffer *out, int n, const char *s, const char *e) {
  if (n < m->captures && m->capture[n].length >= 0) {
    luaL_addlstring(out, m->capture[n].start, (size_t)m->capture[n].length);
  } else {
    clb_pattern_push_one(m, n, s, e);
    luaL_addvalue(out);
  }
}

static void add_template(clb_pattern *m, luaL_Buffer *out, const char *s, const char *e) {
  lua_State *L = m->budget.L;
  size_t length;
  const char *template = lua_tolstring(L, 3, &length), *end = template + length, *mark;
  while ((mark = memchr(template, '%', (size_t)(end - template))) != NULL) {
    luaL_addlstring(out, template, (size_t)(mark - template));
    char sign = mark[1];
    if (sign == '%') luaL_addchar(out, '%');
    else if (sign == '0') luaL_addlstring(out, s, (size_t)(e - s));
    else if (isdigit((unsigned char)sign)) add_capture(m, out, sign - '1', s, e);
    else luaL_error(L, "invalid use of '%%' in replacement string");
    template = mark + 2;
  }
  luaL_addlstring(out, template, (size_t)(end - template));
}

/* False: the match stays as it is. */
static bool add_replacement(clb_pattern *m, luaL_Buffer *out, int type, const char *s, const char *e) {
  lua_State *L = m->budget.L;
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, clb_pattern_push(m, s, e), 1);
  } else if (type == LUA_TTABLE) {
    clb_pattern_push_one(m, 0, s, e);
    lua_gettable(L, 3);
  } else {
    add_template(m, out, s, e);
    return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(out, s, (size_t)(e - s));
    return false;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  luaL_addvalue(out);
  return true;
}

/* Answers the number of matches; *changed: whether the text differs. */
static lua_Integer substitute(clb_pattern *m, luaL_Buffer *out, const char *pattern, lua_Integer most, int type,
                              bool anchored, bool *changed) {
  lua_Integer count = 0;
  const char *s = m->text, *last = NULL;
  while (count < most) {
    const char *end = clb_pattern_match(m, s, pattern);
    if (end && end != last) {
      count++;
      if (add_replacement(m, out, type, s, end)) *changed = true;
      s = last = end;
    } else if (s < m->text_end) {
      luaL_addchar(out, *s++);
    } else {
      break;
    }
    if (anchored) break;
  }
  luaL_addlstring(out, s, (size_t)(m->text_end - s));
  return count;
}

static int string_gsub(lua_State *L) {
  size_t length, size;
  const char *text = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &size);
  int type = lua_type(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
                   "string/function/table");
  clb_pattern m;
  clb_pattern_init(&m, L, text, length, pattern, size);
  bool anchored = size > 0 && *pattern == '^', changed = false;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  lua_Integer count = substitute(&m, &out, pattern + anchored, most, type, anchored, &changed);
  luaL_pushresult(&out);
  if (!changed) lua_pushvalue(L, 1);
  lua_pushinteger(L, count);
  return 2;
}

void clb_add_string_match(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"find", string_find}, {"match", string_match}, {"gmatch", string_gmatch}, {"gsub", string_gsub}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
