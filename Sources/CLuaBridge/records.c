/*
** Packed values in Lua: light userdata whose members are answered from field descriptors over the host's columns.
** One locked metatable a state serves all kinds; the kind in the top byte finds the descriptors.
*/
#include "state.h"
#include <stdlib.h>
#include <string.h>

enum { cache_slots = 4096 };  /* at most, a text pool */
enum { up_members = 1, up_cache = 2 };

const char *clb_kind_name(clb_state *S, int kind) { return S->kinds[kind].defined ? S->kinds[kind].name : "value"; }

/* ---- Errors ---- */

int clb_raise_stale(lua_State *L, uint64_t bits) {
  clb_state *S = state_of(L);
  const char *name = clb_kind_name(S, (int)(bits >> 56));
  uint32_t generation = (uint32_t)(bits >> 32) & 0xFFFFFF;
  clb_mount *mount = &S->mounts[generation % clb_max_mounts];
  if (mount->mounted && mount->generation == generation)
    return luaL_error(L, "this %s is not among the records of its snapshot", name);
  return luaL_error(L, "this %s is no longer valid: its snapshot was released", name);
}

int clb_raise_field(lua_State *L, int reason, int kind, const char *key, size_t length, bool collection) {
  clb_state *S = state_of(L);
  int limited = S->limited;
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  S->limited = 0;
  int outcome = S->host.field(S->host.context, L, reason, kind, key, length, collection);
  S->limited = limited;
  if (S->stopping) return clb_raise_stop(L);
  clb_settle(L);
  S->keep_frames = outcome == clb_reraise;
  return lua_error(L);
}

static int raise_field(lua_State *L, int reason, uint64_t bits) {
  size_t length;
  if (lua_type(L, 2) != LUA_TSTRING) {
    lua_pushfstring(L, "<%s>", luaL_typename(L, 2));
    lua_replace(L, 2);
  }
  const char *key = lua_tolstring(L, 2, &length);
  return clb_raise_field(L, reason, (int)(bits >> 56), key, length, false);
}

/* ---- Reading ---- */

static inline clb_field *find(const clb_columns *c, const char *key) {
  uint32_t slot = (uint32_t)(((uint64_t)(uintptr_t)key * c->multiplier) >> c->shift);
  for (;; slot = (slot + 1) & c->mask) {
    clb_field *field = &c->slots[slot];
    if (field->key == key) return field;
    if (field->key == NULL) return NULL;
  }
}

static int note_missing(lua_State *L, uint64_t bits, const clb_field *field) {
  if (field->notes_missing) {
    clb_state *S = state_of(L);
    if (S->missing_count < clb_max_missing) S->missing[S->missing_count] = (clb_missing){bits, field->index};
    S->missing_count++;
  }
  lua_pushnil(L);
  return 1;
}

/* A text from the cache, or made and put there. */
static int push_text(lua_State *L, const clb_pool *pool, int32_t index) {
  int32_t slot = index & pool->mask;
  if (pool->tags[slot] == index) {
    lua_rawgeti(L, lua_upvalueindex(up_cache), pool->first + slot + 1);
    return 1;
  }
  int32_t start = pool->offsets[index];
  lua_pushlstring(L, pool->bytes + start, (size_t)(pool->offsets[index + 1] - start));
  lua_pushvalue(L, -1);
  lua_rawseti(L, lua_upvalueindex(up_cache), pool->first + slot + 1);
  pool->tags[slot] = index;
  return 1;
}

static int push_related(lua_State *L, uint64_t bits, const clb_field *field) {
  const int32_t *offsets = field->base, row = (int32_t)bits;
  return clb_push_relation(L, field->target, (uint32_t)(bits >> 32) & 0xFFFFFF,
                           (const int32_t *)field->extra + offsets[row], offsets[row + 1] - offsets[row]);
}

static int push_computed(lua_State *L, uint64_t bits, const clb_field *field) {
  lua_rawgeti(L, lua_upvalueindex(up_members), field->member);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (!lua_isnil(L, -1)) return 1;
  return note_missing(L, bits, field);
}

static int push_field(lua_State *L, uint64_t bits, const clb_field *field) {
  int32_t row = (int32_t)bits, value;
  switch (field->storage) {
    case clb_integer64: {
      int64_t wide = ((const int64_t *)field->base)[row];
      if (wide == INT64_MIN) return note_missing(L, bits, field);
      lua_pushinteger(L, wide);
      return 1;
    }
    case clb_relation: return push_related(L, bits, field);
    case clb_method: lua_rawgeti(L, lua_upvalueindex(up_members), field->member); return 1;
    case clb_computed: return push_computed(L, bits, field);
    case clb_denied: return raise_field(L, clb_field_denied, bits);
    default: break;
  }
  value = ((const int32_t *)field->base)[row];
  if (value == INT32_MIN) return note_missing(L, bits, field);
  switch (field->storage) {
    case clb_boolean: lua_pushboolean(L, value); return 1;
    case clb_scalar: clb_push_packed(L, clb_pack(field->target, 0, value)); return 1;
    case clb_reference:
      clb_push_packed(L, clb_pack(field->target, (uint32_t)(bits >> 32) & 0xFFFFFF, value));
      return 1;
    case clb_text: {
      const clb_pool *pool = field->extra;
      if ((uint32_t)value >= (uint32_t)pool->count) return luaL_error(L, "text %d is not in its pool", value);
      return push_text(L, pool, value);
    }
    default: lua_pushinteger(L, value); return 1;
  }
}

/* Names over 40 bytes are not interned: compare the text before giving up. */
static clb_field *find_slowly(lua_State *L, const clb_columns *c) {
  size_t length;
  if (lua_type(L, 2) != LUA_TSTRING) return NULL;
  const char *key = lua_tolstring(L, 2, &length);
  if (length <= 40) return NULL;
  for (uint32_t i = 0; i <= c->mask; i++)
    if (c->slots[i].key && strcmp(c->slots[i].key, key) == 0) return &c->slots[i];
  return NULL;
}

/* The hot path of every property. */
static int packed_index(lua_State *L) {
  uint64_t bits = clb_packed_at(L, 1);
  clb_columns *c = clb_columns_of(state_of(L), bits);
  if (c == NULL) return clb_raise_stale(L, bits);
  if ((uint32_t)bits >= (uint32_t)c->rows && c->rows >= 0) return clb_raise_stale(L, bits);
  const char *key = lua_tostring(L, 2);
  clb_field *field = key ? find(c, key) : NULL;
  if (field == NULL && (field = find_slowly(L, c)) == NULL) return raise_field(L, clb_field_unknown, bits);
  return push_field(L, bits, field);
}

static int packed_newindex(lua_State *L) { return raise_field(L, clb_field_assignment, clb_packed_at(L, 1)); }

/* ---- Operators ---- */

static bool push_operator(lua_State *L, int index, int operator_) {
  if (!lua_islightuserdata(L, index)) return false;
  int reference = state_of(L)->kinds[clb_packed_at(L, index) >> 56].operators[operator_];
  if (!reference) return false;
  lua_rawgeti(L, lua_upvalueindex(up_members), reference);
  return true;
}

static int call_operator(lua_State *L, int operator_) {
  if (!push_operator(L, 1, operator_) && !push_operator(L, 2, operator_)) return 0;
  lua_insert(L, 1);
  lua_call(L, 2, 1);
  return 1;
}

static int arithmetic_error(lua_State *L) {
  clb_push_type_name(L, lua_islightuserdata(L, 1) ? 1 : 2);
  return luaL_error(L, "attempt to perform arithmetic on a %s value", lua_tostring(L, -1));
}

static int packed_add(lua_State *L) { return call_operator(L, clb_op_add) ? 1 : arithmetic_error(L); }
static int packed_subtract(lua_State *L) { return call_operator(L, clb_op_subtract) ? 1 : arithmetic_error(L); }

static int comparison_error(lua_State *L) {
  clb_push_type_name(L, 1);
  clb_push_type_name(L, 2);
  const char *left = lua_tostring(L, -2), *right = lua_tostring(L, -1);
  if (strcmp(left, right) == 0) return luaL_error(L, "attempt to compare two %s values", left);
  return luaL_error(L, "attempt to compare %s with %s", left, right);
}

static int compare(lua_State *L, int operator_) {
  if (lua_islightuserdata(L, 1) && lua_islightuserdata(L, 2)) {
    uint64_t a = clb_packed_at(L, 1), b = clb_packed_at(L, 2);
    if (a >> 56 == b >> 56 && state_of(L)->kinds[a >> 56].ordered) {
      int32_t x = (int32_t)a, y = (int32_t)b;
      lua_pushboolean(L, operator_ == clb_op_less ? x < y : x <= y);
      return 1;
    }
  }
  return call_operator(L, operator_) ? 1 : comparison_error(L);
}

static int packed_less(lua_State *L) { return compare(L, clb_op_less); }
static int packed_less_equal(lua_State *L) { return compare(L, clb_op_less_equal); }

static int packed_tostring(lua_State *L) {
  lua_settop(L, 1);
  if (push_operator(L, 1, clb_op_text)) {
    lua_insert(L, 1);
    lua_call(L, 1, 1);
  } else {
    clb_push_type_name(L, 1);
  }
  return 1;
}

static int packed_concat(lua_State *L) {
  for (int i = 1; i <= 2; i++)
    if (!lua_isstring(L, i) && !lua_islightuserdata(L, i)) {
      clb_push_type_name(L, i);
      return luaL_error(L, "attempt to concatenate a %s value", lua_tostring(L, -1));
    }
  clb_tostring(L, 1);
  clb_tostring(L, 2);
  lua_concat(L, 2);
  return 1;
}

static int packed_length(lua_State *L) {
  clb_push_type_name(L, 1);
  return luaL_error(L, "attempt to get length of a %s value", lua_tostring(L, -1));
}

void clb_open_records(lua_State *L) {
  static const luaL_Reg events[] = {
      {"__index", packed_index}, {"__newindex", packed_newindex}, {"__add", packed_add}, {"__sub", packed_subtract},
      {"__lt", packed_less}, {"__le", packed_less_equal}, {"__tostring", packed_tostring}, {"__concat", packed_concat},
      {"__len", packed_length}, {"__mul", arithmetic_error}, {"__div", arithmetic_error}, {"__mod", arithmetic_error},
      {"__pow", arithmetic_error}, {"__unm", arithmetic_error}, {"__idiv", arithmetic_error}, {NULL, NULL}};
  clb_state *S = state_of(L);
  lua_pushlightuserdata(L, NULL);
  lua_createtable(L, 0, 18);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clb_key_members);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clb_key_cache);
  luaL_setfuncs(L, events, 2);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
  S->mounts[0].mounted = true;
  S->mounts[0].kinds = calloc(256, sizeof(clb_columns *));
  for (int i = 1; i < clb_max_mounts; i++) S->mounts[i].generation = UINT32_MAX;
}

/* ---- Defining and mounting [host] ---- */

static void *reserve(size_t count, size_t size) {
  void *block = calloc(count ? count : 1, size);
  if (block == NULL) abort();
  return block;
}

bool clb_define_kind(clb_state *S, int kind, const char *name, bool ordered, bool record) {
  if (kind < 1 || kind > 255 || S->kinds[kind].defined) return false;
  char *copy = reserve(strlen(name) + 1, 1);
  strcpy(copy, name);
  S->kinds[kind] = (clb_kind){.name = copy, .defined = true, .ordered = ordered, .record = record};
  return true;
}

bool clb_kind_defined(clb_state *S, int kind, bool record) {
  return S->kinds[kind].defined && S->kinds[kind].record == record;
}

/* [-1, 0] */
static int keep_member(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clb_key_members);
  lua_insert(L, -2);
  int reference = luaL_ref(L, -2);
  lua_pop(L, 1);
  return reference;
}

static void drop_member(lua_State *L, int reference) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clb_key_members);
  luaL_unref(L, -1, reference);
  lua_pop(L, 1);
}

void clb_set_operator(clb_state *S, lua_State *L, int kind, int operator_) {
  S->kinds[kind].operators[operator_] = keep_member(L);
}

uint32_t clb_mount_begin(clb_state *S) {
  for (int tries = 0; tries < clb_max_mounts; tries++) {
    uint32_t generation = S->last_generation = (S->last_generation + 1) & 0xFFFFFF;
    clb_mount *mount = &S->mounts[generation % clb_max_mounts];
    if (mount->mounted) continue;
    mount->generation = generation;
    mount->mounted = true;
    mount->kinds = reserve(256, sizeof(clb_columns *));
    return generation;
  }
  return 0;
}

void clb_mount_kind(clb_state *S, uint32_t generation, int kind, int32_t rows, int fields) {
  clb_columns *c = reserve(1, sizeof *c);
  int bits = 3;
  while ((1 << bits) < fields * 4) bits++;
  c->slots = reserve((size_t)1 << bits, sizeof *c->slots);
  c->names = reserve((size_t)fields, sizeof *c->names);
  c->mask = (1u << bits) - 1;
  c->shift = 64 - bits;
  c->multiplier = 0x9E3779B97F4A7C15u;
  c->rows = rows;
  S->mounts[generation % clb_max_mounts].kinds[kind] = c;
}

/* Cache slots: a power of two for each pool, ranges are used again after an unmount. */
static int32_t take_slots(clb_state *S, lua_State *L, int log) {
  if (S->cache_free_count[log]) return S->cache_free[log][--S->cache_free_count[log]];
  int32_t first = S->cache_top, count = 1 << log;
  S->cache_top += count;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clb_key_cache);
  for (int32_t i = 1; i <= count; i++) {  /* filled in order: an array inside Lua */
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, first + i);
  }
  lua_pop(L, 1);
  return first;
}

static void give_slots(clb_state *S, lua_State *L, int32_t first, int log) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clb_key_cache);
  for (int32_t i = 1; i <= 1 << log; i++) {
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, first + i);
  }
  lua_pop(L, 1);
  int32_t *list = realloc(S->cache_free[log], (size_t)(S->cache_free_count[log] + 1) * sizeof *list);
  if (list == NULL) abort();
  S->cache_free[log] = list;
  list[S->cache_free_count[log]++] = first;
}

static const clb_pool *pool_of(clb_state *S, lua_State *L, clb_mount *mount, const clb_field_spec *spec) {
  for (int i = 0; i < mount->pool_count; i++)
    if (mount->pools[i]->offsets == spec->text_offsets) return mount->pools[i];
  int log = 4;
  while ((1 << log) < cache_slots && (size_t)1 << log < spec->text_count) log++;
  clb_pool *pool = reserve(1, sizeof *pool);
  *pool = (clb_pool){spec->text_offsets, spec->text_bytes, (int32_t)spec->text_count, NULL, (1 << log) - 1, 0};
  pool->tags = reserve((size_t)1 << log, sizeof *pool->tags);
  memset(pool->tags, 0xFF, sizeof *pool->tags << log);
  pool->first = take_slots(S, L, log);
  clb_pool **pools = realloc(mount->pools, (size_t)(mount->pool_count + 1) * sizeof *pools);
  if (pools == NULL) abort();
  mount->pools = pools;
  return pools[mount->pool_count++] = pool;
}

void clb_mount_field(clb_state *S, lua_State *L, uint32_t generation, int kind, int index, const clb_field_spec *spec) {
  clb_mount *mount = &S->mounts[generation % clb_max_mounts];
  clb_columns *c = mount->kinds[kind];
  clb_field field = {.base = spec->base, .extra = spec->rows, .index = index, .storage = (uint8_t)spec->storage,
                     .target = (uint8_t)spec->target, .notes_missing = spec->notes_missing};
  if (spec->storage == clb_method || spec->storage == clb_computed) field.member = keep_member(L);
  if (spec->storage == clb_text) field.extra = pool_of(S, L, mount, spec);
  lua_pushlstring(L, spec->name, spec->name_length);
  field.key = lua_tostring(L, -1);
  c->names[c->field_count++] = keep_member(L);
  uint32_t slot = (uint32_t)(((uint64_t)(uintptr_t)field.key * c->multiplier) >> c->shift);
  while (c->slots[slot].key && c->slots[slot].key != field.key) slot = (slot + 1) & c->mask;
  c->slots[slot] = field;
}

static void free_columns(lua_State *L, clb_columns *c) {
  for (uint32_t i = 0; i <= c->mask; i++)
    if (c->slots[i].member) drop_member(L, c->slots[i].member);
  for (int i = 0; i < c->field_count; i++) drop_member(L, c->names[i]);
  free(c->names);
  free(c->slots);
  free(c);
}

void clb_unmount(clb_state *S, lua_State *L, uint32_t generation) {
  clb_mount *mount = &S->mounts[generation % clb_max_mounts];
  if (!generation || !mount->mounted || mount->generation != generation) return;
  for (int i = 0; i < 256; i++)
    if (mount->kinds[i]) free_columns(L, mount->kinds[i]);
  for (int i = 0; i < mount->pool_count; i++) {
    clb_pool *pool = mount->pools[i];
    give_slots(S, L, pool->first, __builtin_ctz((unsigned)pool->mask + 1));
    free(pool->tags);
    free(pool);
  }
  free(mount->pools);
  free(mount->kinds);
  *mount = (clb_mount){.generation = UINT32_MAX};
}

bool clb_is_valid(clb_state *S, uint64_t bits) {
  clb_columns *c = clb_columns_of(S, bits);
  if (c == NULL) return (bits >> 32 & 0xFFFFFF) == 0 && S->kinds[bits >> 56].defined && !S->kinds[bits >> 56].record;
  return c->rows < 0 || (uint32_t)bits < (uint32_t)c->rows;
}

int64_t clb_take_missing(clb_state *S, clb_missing *first, int *filled) {
  int64_t count = S->missing_count;
  *filled = (int)(count < clb_max_missing ? count : clb_max_missing);
  memcpy(first, S->missing, (size_t)*filled * sizeof *first);
  S->missing_count = 0;
  return count;
}
