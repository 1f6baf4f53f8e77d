/*
** Swift objects that Lua owns: host functions, host errors, values of described types, each in a userdata.
**
** No finalizer lets go of them. Lua calls finalizers in the middle of anything, and drops without a word one that it
** cannot call: where the C stack is at its end, or memory at its limit. And it lets objects with finalizers live a cycle
** longer, counted as alive when the next cycle is planned: a script that catches errors in a loop would make the heap grow
** and grow. So the allocator looks at every block that Lua frees. A table of the live ones says whether the block is such
** a userdata, whatever bytes a script put into it; if so it is put aside, as it is, until Swift can run.
*/
#include "owned.h"
#include <stdlib.h>

struct clb_owner {
  void *block;            /* of a userdata that lives or is put aside, or NULL */
  size_t size;            /* of one that is put aside */
  int32_t next;           /* in the list of those put aside, or of free places; -1: the last */
};

/* [0, 0, m] Where in its block a userdata begins, as the allocator sees it. */
void clb_open_owned(lua_State *L) {
  clb_state *S = state_of(L);
  S->first_dead = S->free_owner = -1;
  lua_gc(L, LUA_GCSTOP);
  size_t before = S->used;
  lua_newuserdatauv(L, sizeof(clb_owned), 0);
  S->owned_offset = S->used - before - sizeof(clb_owned);
  lua_pop(L, 1);
  lua_gc(L, LUA_GCRESTART);
}

static int32_t take_place(clb_state *S) {
  int32_t place = S->free_owner;
  if (place >= 0) {
    S->free_owner = S->owners[place].next;
    return place;
  }
  if (S->owner_count == S->owner_room) {
    S->owner_room = S->owner_room ? S->owner_room * 2 : 64;
    S->owners = realloc(S->owners, (size_t)S->owner_room * sizeof *S->owners);
    if (S->owners == NULL) abort();
  }
  return S->owner_count++;
}

void *clb_new_owned(lua_State *L, uint32_t magic, size_t size) {
  clb_state *S = state_of(L);
  if (S->first_dead >= 0) clb_release_dead(S);  /* who makes many lets go of as many */
  clb_owned *owned = lua_newuserdatauv(L, size, 0);
  int32_t place = take_place(S);
  *owned = (clb_owned){magic, place};
  S->owners[place] = (clb_owner){.block = (char *)owned - S->owned_offset, .next = -1};
  S->owned_sizes |= clb_size_bit(size + S->owned_offset);
  return owned;
}

clb_box *clb_new_box(lua_State *L, uint32_t magic, void *object) {
  clb_box *box = clb_new_owned(L, magic, sizeof *box);
  box->object = object;
  return box;
}

bool clb_retire(clb_state *S, void *block, size_t size) {
  clb_owned *owned = (clb_owned *)((char *)block + S->owned_offset);
  uint32_t place = (uint32_t)owned->place;
  if (place >= (uint32_t)S->owner_count || S->owners[place].block != block) return false;
  S->owners[place].size = size;
  S->owners[place].next = S->first_dead;
  S->first_dead = (int32_t)place;
  if (owned->magic == clb_magic_object) clb_discharge(S, owned);
  return true;
}

static void release(clb_state *S, clb_owned *owned) {
  clb_box *box = (clb_box *)owned;
  switch (owned->magic) {
    case clb_magic_function: S->host.release(box->object); return;
    case clb_magic_error: if (box->object) S->host.release_error(&box->object); return;
    default: clb_release_object(owned); return;
  }
}

/* Swift code may make others meanwhile, or come back here: each is taken out before it is released. */
void clb_release_dead(clb_state *S) {
  int limited = S->limited;
  S->limited = 0;
  while (S->first_dead >= 0) {
    int32_t place = S->first_dead;
    clb_owner dead = S->owners[place];
    S->first_dead = dead.next;
    S->owners[place] = (clb_owner){.next = S->free_owner};
    S->free_owner = place;
    release(S, (clb_owned *)((char *)dead.block + S->owned_offset));
    clb_give_block(S, dead.block, dead.size);
  }
  S->limited = limited;
}

void clb_close_owned(clb_state *S) {
  clb_release_dead(S);
  free(S->owners);
  S->owners = NULL;
  S->owner_count = S->owner_room = 0;
}
