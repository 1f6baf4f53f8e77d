/*
** Swift objects that Lua owns: host functions and host errors, in userdata of one size (boxes).
**
** No finalizer lets go of them. Lua calls finalizers in the middle of anything, and drops without a word one that it
** cannot call: where the C stack is at its end, or memory at its limit. So the allocator looks at every block of that
** size that is freed. A table of the live boxes says whether it is one, whatever bytes a script put into it, and the
** object waits there until Swift can run.
*/
#include "boxes.h"
#include <stdlib.h>

struct clb_object {
  const void *block;      /* of the live box, or NULL */
  void *object;           /* of a dead one */
  int32_t next;           /* in the list of dead ones, or of free places; -1: the last */
  bool is_error;
};

/* [0, 0, m] Where in a block the userdata begins, and how large the block is, as the allocator sees it. */
void clb_open_boxes(lua_State *L) {
  clb_state *S = state_of(L);
  S->dead_object = S->free_object = -1;
  lua_gc(L, LUA_GCSTOP);
  size_t before = S->used;
  lua_newuserdatauv(L, sizeof(clb_box), 0);
  size_t block = S->used - before;
  lua_pop(L, 1);
  lua_gc(L, LUA_GCRESTART);
  S->box_offset = block - sizeof(clb_box);
  S->box_block = block;
}

static int32_t take_place(clb_state *S) {
  int32_t place = S->free_object;
  if (place >= 0) {
    S->free_object = S->objects[place].next;
    return place;
  }
  if (S->object_count == S->object_room) {
    S->object_room = S->object_room ? S->object_room * 2 : 64;
    S->objects = realloc(S->objects, (size_t)S->object_room * sizeof *S->objects);
    if (S->objects == NULL) abort();
  }
  return S->object_count++;
}

clb_box *clb_new_box(lua_State *L, uint32_t magic, void *object) {
  clb_state *S = state_of(L);
  if (S->dead_object >= 0) clb_release_dead(S);  /* who makes many lets go of as many */
  clb_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  int32_t place = take_place(S);
  *box = (clb_box){.magic = magic, .place = place, .object = object};
  S->objects[place] = (clb_object){.block = (const char *)box - S->box_offset, .next = -1};
  return box;
}

void clb_retire(clb_state *S, const void *block) {
  const clb_box *box = (const void *)((const char *)block + S->box_offset);
  uint32_t place = (uint32_t)box->place;
  if (place >= (uint32_t)S->object_count || S->objects[place].block != block) return;
  S->objects[place] = (clb_object){
      .object = box->object, .is_error = box->magic == clb_magic_error, .next = S->dead_object};
  S->dead_object = (int32_t)place;
}

void clb_release_dead(clb_state *S) {
  int limited = S->limited;
  S->limited = 0;
  while (S->dead_object >= 0) {
    int32_t place = S->dead_object;
    clb_object dead = S->objects[place];
    S->dead_object = dead.next;
    S->objects[place] = (clb_object){.next = S->free_object};
    S->free_object = place;
    if (dead.object == NULL) continue;
    if (dead.is_error) S->host.release_error(&dead.object);
    else S->host.release(dead.object);
  }
  S->limited = limited;
}

void clb_close_boxes(clb_state *S) {
  clb_release_dead(S);
  free(S->objects);
  S->objects = NULL;
  S->object_count = S->object_room = 0;
}
