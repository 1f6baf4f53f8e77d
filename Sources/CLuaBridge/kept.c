/*
** What the host keeps and lets go on one thread, on a Lua stack of its own: its slots are reached without a table, and
** what is let go in the order opposite to that of keeping costs a pop. Where the stack would become too large, and to the
** negative numbers, references of the registry stand in.
*/
#include "state.h"
#include <stdlib.h>

enum { most_kept = 500000, kept_growth = 256 };  /* Lua lets a stack have a million slots */

static __attribute__((noinline, cold)) bool make_room(clb_state *S) {
  if (S->keeper == NULL) {
    S->keeper = lua_newthread(S->scratch);
    clb_ref(S, S->scratch);
  }
  if (S->keeper_room >= most_kept || !lua_checkstack(S->keeper, kept_growth)) return false;
  S->keeper_room = lua_gettop(S->keeper) + kept_growth - 1;  /* one is for clb_push_kept */
  return true;
}

int clb_keep(lua_State *L, int index) {
  clb_state *S = state_of(L);
  S->kept++;
  lua_pushvalue(L, index);
  if (S->free_place_count) {
    int place = S->free_places[--S->free_place_count];
    lua_xmove(L, S->keeper, 1);
    lua_replace(S->keeper, place);
    return place;
  }
  if (S->keeper_top == S->keeper_room && !make_room(S)) return -clb_ref(S, L);
  lua_xmove(L, S->keeper, 1);
  return ++S->keeper_top;
}

static __attribute__((noinline)) void let_go(clb_state *S, int place) {
  if (place < 0) {
    clb_drop_ref(S, -place);
  } else {
    lua_pushnil(S->keeper);
    lua_replace(S->keeper, place);
    clb_push_int(&S->free_places, &S->free_place_count, &S->free_place_room, place);
  }
}

void clb_drop(clb_state *S, int place) {
  if (!S->closing) {
    if (place == S->keeper_top) lua_settop(S->keeper, --S->keeper_top);
    else let_go(S, place);
  }
  clb_forget(S);
}

void clb_push_kept(lua_State *L, int place) {
  if (place < 0) return clb_push_reference(L, -place);
  clb_state *S = state_of(L);
  lua_pushvalue(S->keeper, place);
  lua_xmove(S->keeper, L, 1);
}
