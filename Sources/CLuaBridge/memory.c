/* Memory: exact accounting, a hard limit while scripts run, an overdraft while a Swift frame is active. */
#include "concatenation.h"
#include "owned.h"
#include <stdlib.h>
#include <string.h>

/* Growth under the limit. Refusing makes Lua collect once and ask again, then raise "not enough memory". */
static bool may_grow(clb_state *S, size_t growth) {
  if (S->stopping) return false;  /* a stopped script gets nothing more */
  if (S->fail_after > 1) {
    S->fail_after--;
  } else if (S->fail_after >= 0) {
    S->fail_after--;
    return false;
  }
  return growth <= S->limits.memory && S->used <= S->limits.memory - growth;
}

/* ---- Small blocks ---- */

/*
** What a script throws away is collected in heaps, more at a time than the C library keeps at hand, so small blocks go to
** lists of ours by their size. All come from malloc and may go back there. Under AddressSanitizer they do at once: else
** it would not see who uses a block that was freed.
*/
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CLB_KEEPS_NOTHING
#endif
#endif
#ifdef CLB_KEEPS_NOTHING
enum { most_kept = 0 };
#else
enum { most_kept = 256 << 10 };  /* bytes a state */
#endif

enum { granule = 16 };

static inline size_t class_of(size_t size) { return (size + granule - 1) / granule; }
static inline bool is_small(size_t class) { return class < clb_size_classes; }

static inline void *take_block(clb_state *S, size_t size) {
  size_t class = class_of(size);
  if (!is_small(class)) return malloc(size);
  clb_block *block = S->blocks[class];
  if (block == NULL) return malloc(class * granule);
  S->blocks[class] = block->next;
  S->kept_bytes -= class * granule;
  return block;
}

static inline void give_block(clb_state *S, void *block, size_t size) {
  size_t class = class_of(size);
  if (!is_small(class) || S->kept_bytes + class * granule > most_kept) {
    free(block);
    return;
  }
  ((clb_block *)block)->next = S->blocks[class];
  S->blocks[class] = block;
  S->kept_bytes += class * granule;
}

void clb_give_block(clb_state *S, void *block, size_t size) { give_block(S, block, size); }

static void *resize_block(clb_state *S, void *block, size_t old_size, size_t new_size) {
  size_t old_class = class_of(old_size), new_class = class_of(new_size);
  if (!is_small(old_class) && !is_small(new_class)) return realloc(block, new_size);
  if (old_class == new_class) return block;
  void *moved = take_block(S, new_size);
  if (moved == NULL) return new_size < old_size ? block : NULL;  /* Lua relies on shrinking: a larger block will do */
  memcpy(moved, block, old_size < new_size ? old_size : new_size);
  give_block(S, block, old_size);
  return moved;
}

void clb_free_blocks(clb_state *S) {
  for (int class = 0; class < clb_size_classes; class++)
    for (clb_block *block = S->blocks[class], *next; block; block = next) {
      next = block->next;
      free(block);
    }
}

/* ---- The allocator ---- */

/* What is remembered of an allocation that is refused. */
static __attribute__((noinline, cold)) void *refuse(clb_state *S) {
  if (S->current && S->stopping) {
    clb_note_stop(S, S->current);
  } else if (S->current) {  /* Lua calls no handler for this error: note the place now */
    S->frame_count = 0;
    clb_capture(S, S->current);
  }
  return NULL;
}

void *clb_allocate(void *ud, void *block, size_t old_size, size_t new_size) {
  clb_state *S = ud;
  if (block == NULL) {
    bool owned = old_size != 0;  /* then Lua passes a type, not a size; 0 is that of vectors */
    old_size = 0;
    if (!owned && new_size >= clb_stack_least && S->guards_stacks && clb_keeps_stack(S, new_size)) return NULL;
  }
  if (new_size == 0) {
    if (block == NULL) return NULL;
    S->used -= old_size;
    bool may_own = S->owned_sizes & clb_size_bit(old_size) && old_size >= S->owned_offset + sizeof(clb_owned);
    if (!may_own || !clb_retire(S, block, old_size)) give_block(S, block, old_size);
    return NULL;
  }
  if (new_size > old_size) S->refused = 0;
  if (new_size > old_size && S->limited && !may_grow(S, new_size - old_size)) return refuse(S);
  void *moved = block ? resize_block(S, block, old_size, new_size) : take_block(S, new_size);
  if (moved == NULL) {
    if (S->limited) return NULL;
    abort();  /* the machine is out of memory under a Swift frame, which must not be jumped over */
  }
  S->used += new_size - old_size;
  return moved;
}

void clb_settle(lua_State *L) {
  clb_state *S = state_of(L);
  if (S->used <= S->limits.memory && !S->overdrawn) return;
  clb_drain(S);
  lua_gc(L, LUA_GCCOLLECT, 0);
  if (S->used <= S->limits.memory && !S->overdrawn) return;
  S->overdrawn = false;
  lua_newuserdatauv(L, S->limits.memory + 1, 0);  /* refused: raises Lua's own memory error */
}

size_t clb_used(clb_state *S) { return S->used; }
long clb_fail_allocation(clb_state *S, long n) {
  long left = S->fail_after;
  S->fail_after = n;
  return left;
}
void clb_collect(clb_state *S) {
  clb_drain(S);
  S->collecting = true;
  lua_gc(S->current, LUA_GCCOLLECT, 0);
  S->collecting = false;
  clb_release_dead(S);
}

bool clb_reserve(lua_State *L, int slots) {
  /* Every frame, and the base level, has that many slots from its first on. */
  if (lua_gettop(L) + slots <= LUA_MINSTACK || clb_has_room(L, slots)) return true;
  state_of(L)->overdrawn = true;
  return false;
}

void clb_push_string(lua_State *L, const char *bytes, size_t length) {
  clb_state *S = state_of(L);
  if (length > 4096 && (length > S->limits.memory || S->used > S->limits.memory - length)) {
    S->overdrawn = true;
    lua_pushnil(L);
  } else {
    lua_pushlstring(L, bytes, length);
  }
}
