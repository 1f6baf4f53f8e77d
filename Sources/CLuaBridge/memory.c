/* The allocator: exact accounting, a hard limit while scripts run, an overdraft while a Swift frame is active. */
#include "concatenation.h"
#include "objects.h"
#include <stdlib.h>

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

void *clb_allocate(void *ud, void *block, size_t old_size, size_t new_size) {
  clb_state *S = ud;
  if (block == NULL) {
    bool owned = old_size != 0;  /* then Lua passes a type, not a size; 0 is that of vectors */
    old_size = 0;
    if (!owned && new_size >= clb_stack_least && S->guards_stacks && clb_moves_stack(S, new_size)) return NULL;
  }
  if (new_size == 0) {
    if (block && old_size == S->box_block) clb_retire(S, block);
    free(block);
    S->used -= old_size;
    return NULL;
  }
  if (new_size > old_size && S->limited && !may_grow(S, new_size - old_size)) {
    if (S->current && S->stopping) {
      clb_note_stop(S, S->current);
    } else if (S->current) {  /* Lua calls no handler for this error: note the place now */
      S->frame_count = 0;
      clb_capture(S, S->current);
    }
    return NULL;
  }
  void *moved = realloc(block, new_size);
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
void clb_fail_allocation(clb_state *S, long n) { S->fail_after = n; }
void clb_collect(clb_state *S) {
  clb_drain(S);
  lua_gc(S->current, LUA_GCCOLLECT, 0);
  clb_release_dead(S);
}

bool clb_reserve(lua_State *L, int slots) {
  /* Every frame, and the base level, has that many slots from its first on. */
  if (lua_gettop(L) + slots <= LUA_MINSTACK || lua_checkstack(L, slots)) return true;
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
