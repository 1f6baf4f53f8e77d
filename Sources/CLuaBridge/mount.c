/* Defining kinds, mounting and unmounting worlds, what was missing: called from Swift frames, never raising. */
#include "state.h"
#include <stdlib.h>
#include <string.h>

enum { cache_slots = 4096 };  /* at most, a text pool */

static const uint64_t first_multiplier = 0x9E3779B97F4A7C15u;

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
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_members);
  lua_insert(L, -2);
  int reference = luaL_ref(L, -2);
  lua_pop(L, 1);
  return reference;
}

static void drop_member(lua_State *L, int reference) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_members);
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
    if (mount->generation != clb_no_generation) continue;
    mount->generation = generation;
    mount->kinds = reserve(256, sizeof(clb_columns *));
    return generation;
  }
  return 0;
}

static clb_field *empty_slots(uint32_t count) {
  clb_field *slots = reserve(count, sizeof *slots);
  for (uint32_t i = 0; i < count; i++) slots[i].key = clb_no_key;
  return slots;
}

void clb_mount_kind(clb_state *S, uint32_t generation, int kind, int32_t rows, int fields) {
  clb_columns *c = reserve(1, sizeof *c);
  int bits = 3;
  while ((1 << bits) < fields * 4) bits++;
  c->slots = empty_slots(1u << bits);
  c->names = reserve((size_t)fields, sizeof *c->names);
  c->mask = (1u << bits) - 1;
  c->shift = 64 - bits;
  c->multiplier = first_multiplier;
  c->rows = rows < 0 ? 1ULL << 32 : (uint64_t)rows;
  S->mounts[generation % clb_max_mounts].kinds[kind] = c;
}

/* Puts a field into the first free slot from its own on; answers whether that was its own. */
static bool place(const clb_columns *c, clb_field *slots, const clb_field *field) {
  uint32_t own = clb_slot_of(c, field->key), slot = own;
  while (slots[slot].key != clb_no_key && slots[slot].key != field->key) slot = (slot + 1) & c->mask;
  slots[slot] = *field;
  return slot == own;
}

/* Where names share a slot: another multiplier, under which they do not, if a few dozen tries find one. */
static void spread(clb_columns *c) {
  clb_field *before = c->slots;
  for (int tries = 0; tries < 64; tries++) {
    bool apart = true;
    c->multiplier += 2 * first_multiplier;
    c->slots = empty_slots(c->mask + 1);
    for (uint32_t i = 0; i <= c->mask; i++)
      if (before[i].key != clb_no_key) apart &= place(c, c->slots, &before[i]);
    if (apart) break;
    if (tries < 63) free(c->slots);
  }
  free(before);
}

/* Cache slots: a power of two for each pool, ranges are used again after an unmount. */
static int32_t take_slots(clb_state *S, lua_State *L, int log) {
  if (S->cache_free_count[log]) return S->cache_free[log][--S->cache_free_count[log]];
  int32_t first = S->cache_top, count = 1 << log;
  S->cache_top += count;
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_cache);
  for (int32_t i = 1; i <= count; i++) {  /* filled in order: an array inside Lua */
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, first + i);
  }
  lua_pop(L, 1);
  return first;
}

static void give_slots(clb_state *S, lua_State *L, int32_t first, int log) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, clb_place_cache);
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
  for (int32_t i = 0; i <= pool->mask; i++) pool->tags[i] = INT32_MIN;
  pool->first = take_slots(S, L, log);
  clb_pool **pools = realloc(mount->pools, (size_t)(mount->pool_count + 1) * sizeof *pools);
  if (pools == NULL) abort();
  mount->pools = pools;
  return pools[mount->pool_count++] = pool;
}

void clb_mount_field(clb_state *S, lua_State *L, uint32_t generation, int kind, int index, const clb_field_spec *spec) {
  clb_mount *mount = &S->mounts[generation % clb_max_mounts];
  clb_columns *c = mount->kinds[kind];
  clb_field field = {.base = spec->base, .extra = spec->rows, .index = index, .target = (uint8_t)spec->target,
                     .notes_missing = spec->notes_missing};
  clb_choose_reader(&field, spec->storage);
  if (spec->storage == clb_method || spec->storage == clb_computed) field.member = keep_member(L);
  if (spec->storage == clb_text) field.extra = pool_of(S, L, mount, spec);
  lua_pushlstring(L, spec->name, spec->name_length);
  field.key = lua_tostring(L, -1);
  c->names[c->field_count++] = keep_member(L);
  if (!place(c, c->slots, &field)) spread(c);
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
  if (!generation || mount->generation != generation) return;
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
  *mount = (clb_mount){.generation = clb_no_generation};
}

bool clb_is_valid(clb_state *S, uint64_t bits) {
  clb_columns *c = clb_columns_of(S, bits);
  if (c) return (uint32_t)bits < c->rows;
  return clb_generation(bits) == 0 && S->kinds[bits >> 56].defined && !S->kinds[bits >> 56].record;
}

int64_t clb_take_missing(clb_state *S, clb_missing *first, int *filled) {
  int64_t count = S->missing_count;
  *filled = (int)(count < clb_max_missing ? count : clb_max_missing);
  memcpy(first, S->missing, (size_t)*filled * sizeof *first);
  S->missing_count = 0;
  return count;
}
