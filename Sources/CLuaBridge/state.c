/* Opening and closing a state; references to Lua values. */
#include "concatenation.h"
#include "owned.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char clb_key_locked = 0;

/* No call of ours is unprotected; a panic is a mistake of this target. */
static int on_panic(lua_State *L) {
  const char *message = lua_tostring(L, -1);
  fprintf(stderr, "ChiboLua: unprotected Lua error: %s\n", message ? message : "?");
  return 0;
}

/* [0, 0, m] lauxlib makes the metatable of long buffers when the first is needed, and leaves it without its functions
** when memory ends meanwhile: then every later one fails. So it is made here. */
static void make_buffer(lua_State *L) {
  luaL_Buffer buffer;
  luaL_buffinitsize(L, &buffer, LUAL_BUFFERSIZE + 1);
  luaL_pushresultsize(&buffer, 0);
  lua_pop(L, 1);
}

/* [0, 0, m] When an error cannot even be handled, lua_pcall and lua_resume make the text that says so when their
** protection has ended: out of memory, they would raise from there, over the Swift frame that called. A short string that
** lives is found instead of made, so this one lives as long as the state. */
static void keep_last_words(clb_state *S, lua_State *L) {
  lua_pushliteral(L, "error in error handling");
  clb_ref(S, L);
}

static int set_up(lua_State *L) {
  make_buffer(L);
  for (int place = LUA_RIDX_LAST + 1; place <= clb_last_place; place++) {
    lua_pushboolean(L, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, place);
  }
  clb_state *S = state_of(L);
  clb_open_owned(L);
  S->scratch = lua_newthread(L);
  clb_ref(S, L);
  keep_last_words(S, L);
  clb_open_concatenation(L);
  clb_open_libraries(L);
  if (S->limits.libraries & clb_library_coroutine) clb_open_coroutine(L);
  clb_open_errors(L);
  clb_open_records(L);
  clb_open_rows(L);
  return 0;
}

static _Atomic uint64_t last_serial;  /* states of the process so far: an address alone may come back */

clb_state *clb_open(const clb_limits *limits, const clb_host *host) {
  clb_state *S = calloc(1, sizeof *S);
  if (S == NULL) return NULL;
  S->host = *host;
  S->limits = *limits;
  S->fail_after = -1;
  S->serial = atomic_fetch_add(&last_serial, 1) + 1;
  S->kept = 1;
  S->samples = &S->own_samples;
  pthread_mutex_init(&S->lock, NULL);
  lua_State *L = lua_newstate(clb_allocate, S);
  if (L == NULL) {
    clb_free_blocks(S);
    free(S);
    return NULL;
  }
  *(clb_state **)lua_getextraspace(L) = S;
  S->main = S->current = L;
  lua_atpanic(L, on_panic);
  S->last_reference = clb_last_place;
  bool has_room = lua_checkstack(L, clb_stack_room);
  lua_pushcfunction(L, set_up);
  if (!has_room || lua_pcall(L, 0, 0, 0) != LUA_OK) {
    on_panic(L);
    clb_close(S);
    return NULL;
  }
  lua_pushcfunction(L, clb_note_error);  /* slot clb_base_handler, for good */
  clb_rest(L);
  return S;
}

static void free_kinds(clb_state *S) {
  for (int i = 0; i < 256; i++) free(S->kinds[i].name);
  for (int i = 1; i < clb_max_mounts; i++)
    if (S->mounts[i].generation != clb_no_generation) clb_unmount(S, S->main, S->mounts[i].generation);
}

bool clb_is_closed(clb_state *S) { return S->main == NULL; }
uint64_t clb_serial(clb_state *S) { return S->serial; }

void clb_close(clb_state *S) {
  S->closing = true;
  free_kinds(S);
  S->limited = 0;
  S->stopping = 0;
  lua_close(S->main);
  S->main = S->current = S->scratch = S->keeper = NULL;
  clb_close_owned(S);
  clb_free_blocks(S);
  clb_stop_release(S);
  if (S->mounts[0].kinds) {
    for (int i = 0; i < 256; i++)
      if (S->mounts[0].kinds[i]) {
        free(S->mounts[0].kinds[i]->slots);
        free(S->mounts[0].kinds[i]->names);
        free(S->mounts[0].kinds[i]);
      }
    free(S->mounts[0].kinds);
  }
  clb_free_types(S);
  for (int i = 0; i < 13; i++) free(S->cache_free[i]);
  free(S->free_refs);
  free(S->released);
  free(S->free_places);
  S->free_refs = S->released = S->free_places = NULL;
  pthread_mutex_destroy(&S->lock);
  clb_forget(S);
}

bool clb_guards_stacks(clb_state *S) { return S->guards_stacks; }
bool clb_is_running(clb_state *S) { return S->run_depth > 0; }
lua_State *clb_current(clb_state *S) { return S->current; }
clb_state *clb_of(lua_State *L) { return state_of(L); }

/*
** ---- References ----
** Numbers of the registry, which nothing else counts in. The free ones are listed on our side, which makes them three
** times cheaper than those of luaL_ref; what they held is false, not nil, so that the registry keeps its array.
*/

void clb_push_int(int **list, int *count, int *room, int value) {
  if (*count == *room) {
    *room = *room ? *room * 2 : 64;
    *list = realloc(*list, (size_t)*room * sizeof **list);
    if (*list == NULL) abort();
  }
  (*list)[(*count)++] = value;
}

/* On a stack of its own: references are let go in the middle of anything. */
void clb_drop_ref(clb_state *S, int reference) {
  lua_pushboolean(S->scratch, 0);
  lua_rawseti(S->scratch, LUA_REGISTRYINDEX, reference);
  clb_push_int(&S->free_refs, &S->free_count, &S->free_room, reference);
}

void clb_drain(clb_state *S) {
  if (!atomic_load_explicit(&S->has_released, memory_order_relaxed)) return;
  pthread_mutex_lock(&S->lock);
  for (int i = 0; i < S->released_count; i++) clb_drop_ref(S, S->released[i]);
  S->released_count = 0;
  atomic_store_explicit(&S->has_released, false, memory_order_relaxed);
  pthread_mutex_unlock(&S->lock);
}

int clb_ref(clb_state *S, lua_State *L) {
  if (atomic_load_explicit(&S->has_released, memory_order_relaxed)) clb_drain(S);
  int reference = S->free_count ? S->free_refs[--S->free_count] : ++S->last_reference;
  lua_rawseti(L, LUA_REGISTRYINDEX, reference);
  return reference;
}

void clb_release(clb_state *S, int reference) {
  pthread_mutex_lock(&S->lock);
  clb_push_int(&S->released, &S->released_count, &S->released_room, reference);
  atomic_store_explicit(&S->has_released, true, memory_order_relaxed);
  pthread_mutex_unlock(&S->lock);
}

bool clb_release_here(clb_state *S, uint64_t serial, int reference) {
  clb_state *here = clb_running_here();
  /* S may be gone: it is compared, and read only when it is the one that runs. */
  if (here == NULL || here != S || here->serial != serial) return false;
  clb_drop_ref(S, reference);
  return true;
}

void clb_push_reference(lua_State *L, int reference) { clb_push_ref(L, reference); }
