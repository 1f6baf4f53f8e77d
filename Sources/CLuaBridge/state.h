/* What the files of this target share. */
#pragma once
#include "CLuaBridge.h"
#include <lauxlib.h>
#include <lualib.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

/* The first word of every full userdata: scripts cannot make any, so the word tells what it is. */
enum { clb_magic_function = 0x43484631, clb_magic_error, clb_magic_rows };

/* One size for all: the signature is of typed functions. */
typedef struct clb_box { uint32_t magic; int32_t place; void *object; clb_signature signature; } clb_box;
typedef struct clb_object clb_object;

enum { clb_max_frames = 24, clb_max_missing = 16, clb_max_mounts = 64 };

typedef struct clb_pool {
  const int32_t *offsets; const char *bytes; int32_t count;
  int32_t *tags;          /* which text each cache slot holds, -1: none */
  int32_t mask, first;    /* slots - 1; the slot before the first in the cache table */
} clb_pool;

/* A field of a mounted kind, in an open hash keyed by the interned name's address. */
typedef struct clb_field {
  const char *key;
  const void *base;
  const void *extra;      /* the rows of a relation, or the pool of a text */
  int32_t index, member;  /* position in the kind; reference in the member table */
  uint8_t storage, target, notes_missing;
} clb_field;

typedef struct clb_columns {
  clb_field *slots; uint64_t multiplier; int shift; uint32_t mask;
  int32_t rows; int field_count;
  int *names;             /* references in the member table that keep the names */
} clb_columns;

typedef struct clb_mount {
  uint32_t generation; bool mounted;
  clb_columns **kinds;    /* 256 */
  clb_pool **pools; int pool_count;
} clb_mount;

typedef struct clb_kind {
  char *name; bool defined, ordered, record;
  int operators[clb_op_count]; /* references in the member table, 0: none */
} clb_kind;

/* The coroutines that wait for the one that runs. */
typedef struct clb_resumer { lua_State *thread; const struct clb_resumer *outer; } clb_resumer;

struct clb_state {
  lua_State *main;
  lua_State *volatile current;
  clb_host host;
  clb_limits limits;

  size_t used;
  int limited;            /* scripts run: growth past the limit fails; 0 while a Swift frame is active */
  bool overdrawn;         /* a push was refused: the call in progress must end */
  long fail_after;

  volatile sig_atomic_t stopping;  /* why, or 0 */
  atomic_bool cancelled;           /* set by another thread */
  volatile int64_t deadline;       /* monotonic nanoseconds, 0: none */
  int run_depth, host_depth, close_depth;
  size_t printed;
  clb_state *outer;       /* the run of another state that this run interrupts, on the same thread */
  pthread_mutex_t lock;   /* over running, thread, released */
  bool running; pthread_t thread;
  timer_t timer; bool has_timer; pid_t timer_thread;
  sigset_t old_mask;
  uint64_t serial;
  bool closing;
  long kept;              /* references of clb_keep, and 1 until the state is closed */

  clb_frame frames[clb_max_frames]; int frame_count;
  bool frames_pending;    /* frames of a coroutine wait for those of the caller */
  bool keep_frames, frames_kept;
  bool stop_noted;        /* the frames are those of the stop in progress */

  lua_State *refs; int refs_top, refs_room; int *free_refs; int free_count, free_room;
  int *released; int released_count, released_room; atomic_bool has_released;

  const clb_resumer *resumer;
  bool guards_stacks;     /* the library needs it: concatenation.c */

  clb_object *objects;    /* live boxes, and what dead ones held */
  int32_t object_count, object_room, dead_object, free_object;
  size_t box_offset, box_block;

  clb_kind kinds[256];
  clb_mount mounts[clb_max_mounts]; uint32_t last_generation;
  int32_t cache_top; int32_t *cache_free[13]; int cache_free_count[13];
  clb_missing missing[clb_max_missing]; int64_t missing_count;
};

static inline clb_state *state_of(lua_State *L) { return *(clb_state **)lua_getextraspace(L); }

/* Keys of the registry. */
extern const char clb_key_members, clb_key_cache, clb_key_rows, clb_key_error, clb_key_rows_methods,
    clb_key_rows_call, clb_key_poisoned, clb_key_locked;

/* memory.c */
void *clb_allocate(void *ud, void *block, size_t old_size, size_t new_size);
/* [0, 0, m] After a Swift frame: raises when the heap is over its limit. */
void clb_settle(lua_State *L);

/* state.c */
void clb_drain(clb_state *S);  /* frees the references that were let go, on whatever thread */

/* stop.c */
/* [-, -, v] Raises the stop in progress. */
int clb_raise_stop(lua_State *L);
int clb_stop_now(lua_State *L, int reason);
void clb_stop_release(clb_state *S);
/* The innermost run of this thread, or NULL. */
clb_state *clb_running_here(void);

/* host.c */
bool clb_read_other(lua_State *L, int index, int type, uint64_t *slot);
void clb_push_other(lua_State *L, int type, uint64_t slot);
/* [0, 0, -] False: the value is of another type. Integers, most of what is passed, are read without another call. */
static inline bool clb_read_slot(lua_State *L, int index, int type, uint64_t *slot) {
  if (type != clb_slot_integer) return clb_read_other(L, index, type, slot);
  *slot = (uint64_t)lua_tointeger(L, index);
  return lua_isinteger(L, index);
}
/* [0, +1, -] */
static inline void clb_push_slot(lua_State *L, int type, uint64_t slot) {
  if (type == clb_slot_integer) lua_pushinteger(L, (lua_Integer)slot);
  else clb_push_other(L, type, slot);
}

/* call.c */
void clb_capture(clb_state *S, lua_State *L);
void clb_note_stop(clb_state *S, lua_State *L);

/* base.c, load.c, order.c, coroutine.c, read_only.c: the libraries [raise] */
void clb_open_libraries(lua_State *L);
void clb_open_coroutine(lua_State *L);
void clb_tostring(lua_State *L, int index);  /* [0, +1, v] no addresses */
int clb_load_text(lua_State *L);
int clb_pairs(lua_State *L);
int clb_next(lua_State *L);
bool clb_locked_target(lua_State *L, int index); /* [0, +1|0, -] pushes what a read-only face shows */

/* records.c, rows.c, host.c */
void clb_open_records(lua_State *L);
void clb_open_rows(lua_State *L);
void clb_open_host(lua_State *L);
int clb_push_relation(lua_State *L, int kind, uint32_t generation, const int32_t *rows, int32_t count); /* [0,+1,m] */
int clb_raise_field(lua_State *L, int reason, int kind, const char *key, size_t length, bool collection); /* v */
int clb_raise_stale(lua_State *L, uint64_t bits); /* v */
const char *clb_kind_name(clb_state *S, int kind);

/* The mounted columns of a packed value's kind, or NULL when its generation is over. */
static inline clb_columns *clb_columns_of(clb_state *S, uint64_t bits) {
  uint32_t generation = (uint32_t)(bits >> 32) & 0xFFFFFF;
  clb_mount *mount = &S->mounts[generation % clb_max_mounts];
  if (mount->generation != generation || !mount->mounted) return NULL;
  return mount->kinds[bits >> 56];
}
static inline uint64_t clb_packed_at(lua_State *L, int index) { return (uint64_t)(uintptr_t)lua_touserdata(L, index); }
/* True when the value at an index is a record or scalar of the kind, one that is still valid. The kind is never 0, so
** no type has to be asked for: lua_touserdata answers NULL for what is no userdata, and a block's address, whose top
** byte is 0, for a full one. */
static inline bool clb_packed_of_kind(lua_State *L, clb_state *S, int index, int kind, uint64_t *bits) {
  uint64_t found = *bits = clb_packed_at(L, index);
  if ((int)(found >> 56) != kind) return false;
  clb_columns *c = clb_columns_of(S, found);
  if (c == NULL) return clb_is_valid(S, found);
  return c->rows < 0 || (uint32_t)found < (uint32_t)c->rows;
}
/* [0, +1] */
static inline void clb_push_ref(clb_state *S, lua_State *L, int reference) {
  if (reference < 0) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, -reference);
  } else {
    lua_pushvalue(S->refs, reference);
    lua_xmove(S->refs, L, 1);
  }
}
static inline uint64_t clb_pack(int kind, uint32_t generation, int32_t payload) {
  return (uint64_t)kind << 56 | (uint64_t)generation << 32 | (uint32_t)payload;
}
static inline void clb_push_packed(lua_State *L, uint64_t bits) { lua_pushlightuserdata(L, (void *)(uintptr_t)bits); }
