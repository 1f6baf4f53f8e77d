/* What the files of this target share. */
#pragma once
#include "CLuaBridge.h"
#include <lauxlib.h>
#include <lualib.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

/* The first word of every full userdata: scripts cannot make any, so the word tells what it is. */
enum { clb_magic_function = 0x43484631, clb_magic_error, clb_magic_rows, clb_magic_object };

/* A host function or a host error, see owned.c; the signature is of typed functions. */
typedef struct clb_box { uint32_t magic; int32_t place; void *object; clb_signature signature; } clb_box;
typedef struct clb_owner clb_owner;

enum { clb_max_frames = 24, clb_max_missing = 16, clb_max_mounts = 64, clb_type_chains = 64 };

typedef struct clb_pool {
  const int32_t *offsets; const char *bytes; int32_t count;
  int32_t *tags;          /* which text each cache slot holds, INT32_MIN: none */
  int32_t mask, first;    /* slots - 1; the slot before the first in the cache table */
} clb_pool;

/* A field of a mounted kind, in a hash keyed by the interned name's address. */
typedef struct clb_field clb_field;
struct clb_field {
  const char *key;        /* of an empty slot: clb_no_key */
  int (*read)(lua_State *L, uint64_t bits, const clb_field *field); /* [0, +1, v] */
  const void *base;
  const void *extra;      /* the rows of a relation, or the pool of a text */
  int32_t index, member;  /* position in the kind; reference in the member table */
  uint8_t target, notes_missing;
};

typedef struct clb_columns {
  clb_field *slots; uint64_t multiplier; int shift; uint32_t mask;
  uint64_t rows;          /* payloads from here on are none of the kind's; of scalars: 2^32 */
  int field_count;
  int *names;             /* references in the member table that keep the names */
} clb_columns;

static const uint32_t clb_no_generation = UINT32_MAX;  /* of a mount that is not in use */

typedef struct clb_mount {
  uint32_t generation;
  clb_columns **kinds;    /* 256 */
  clb_pool **pools; int pool_count;
} clb_mount;

typedef struct clb_kind {
  char *name; bool defined, ordered, record;
  int operators[clb_op_count]; /* references in the member table, 0: none */
} clb_kind;

/* A small block that is free. */
typedef struct clb_block { struct clb_block *next; } clb_block;
enum { clb_size_classes = 17 };  /* by 16 bytes, up to 256 */

/* The coroutines that wait for the one that runs. */
typedef struct clb_resumer { lua_State *thread; const struct clb_resumer *outer; } clb_resumer;

struct clb_state {
  lua_State *main;
  lua_State *volatile current;
  clb_host host;
  clb_limits limits;

  size_t used;
  clb_block *blocks[clb_size_classes]; size_t kept_bytes;
  int limited;            /* scripts run: growth past the limit fails; 0 while a Swift frame is active */
  bool overdrawn;         /* a push was refused: the call in progress must end */
  long fail_after;

  volatile sig_atomic_t stopping;  /* why, or 0 */
  atomic_bool cancelled;           /* set by another thread */
  volatile int64_t deadline;       /* monotonic nanoseconds, 0: none */
  int64_t instructions;            /* that are left to this run, where they are counted */
  int run_depth, host_depth, close_depth;
  int calls;              /* protected calls in progress; 0: main runs, at the base of its stack */
  size_t printed;
  clb_state *outer;       /* the run of another state that this run interrupts, on the same thread */
  pthread_mutex_t lock;   /* over running, thread, released */
  bool running; pthread_t thread;
  timer_t timer; bool has_timer; pid_t timer_thread;
  sigset_t old_mask;
  clb_samples *samples, own_samples; bool watched;
  volatile sig_atomic_t sample_due;
  uint64_t serial;
  bool closing;
  long kept;              /* values of clb_keep, and 1 until the state is closed */

  clb_frame frames[clb_max_frames]; int frame_count;
  bool frames_pending;    /* frames of a coroutine wait for those of the caller */
  bool keep_frames, frames_kept;
  bool stop_noted;        /* the frames are those of the stop in progress */

  clb_task *task;         /* the call that may wait and now runs */
  bool may_wait;          /* every resume between its start and the coroutine that runs can yield */
  bool awaiting;          /* the yield in progress goes up to the host */
  int waiting;            /* calls suspended in the host */

  lua_State *scratch;     /* a stack that is empty between two uses */
  int last_reference; int *free_refs; int free_count, free_room;
  int *released; int released_count, released_room; atomic_bool has_released;
  lua_State *keeper;      /* kept.c: the stack, made when it is first needed; how much of it is used, and may be */
  int keeper_top, keeper_room;
  int *free_places; int free_place_count, free_place_room;

  const clb_resumer *resumer;
  bool guards_stacks;     /* the library needs it: concatenation.c */
  bool collecting;        /* the host's full collection */
  size_t refused;         /* bytes of the block that was refused last under a Swift frame */

  clb_owner *owners;      /* the userdata that own something of Swift, and those put aside, by place */
  int32_t owner_count, owner_room, first_dead, free_owner;
  size_t owned_offset;    /* of a userdata in its block */
  uint64_t owned_sizes;   /* a bit for each size of their blocks, see clb_size_bit */

  clb_kind kinds[256];
  clb_mount mounts[clb_max_mounts]; uint32_t last_generation;
  int32_t cache_top; int32_t *cache_free[13]; int cache_free_count[13];
  clb_missing missing[clb_max_missing]; int64_t missing_count;
  clb_type *types[clb_type_chains];
};

static inline clb_state *state_of(lua_State *L) { return *(clb_state **)lua_getextraspace(L); }

/* Places of the registry, before those that clb_ref gives out: in its array, an index is all it takes to be there. */
enum {
  clb_place_members = LUA_RIDX_LAST + 1, clb_place_cache, clb_place_rows, clb_place_error,
  clb_place_identities, clb_place_rows_methods, clb_place_rows_call, clb_place_poisoned,
  clb_last_place = clb_place_poisoned
};
/* The key, in the metatable of a read-only face, of the table behind it. */
extern const char clb_key_locked;

/* A bit that stands for a block's size, and for others: most blocks that are freed have none of those that own. */
static inline uint64_t clb_size_bit(size_t size) { return 1ULL << (size / 8 % 64); }

/* memory.c */
void *clb_allocate(void *ud, void *block, size_t old_size, size_t new_size);
void clb_free_blocks(clb_state *S);
/* [0, 0, m] After a Swift frame: raises when the heap is over its limit. */
void clb_settle(lua_State *L);

/* state.c */
void clb_drain(clb_state *S);  /* frees the references that were let go, on whatever thread */
void clb_drop_ref(clb_state *S, int reference);
void clb_push_int(int **list, int *count, int *room, int value);
static inline void clb_forget(clb_state *S) {  /* one less needs S */
  if (--S->kept == 0) free(S);
}

/* stop.c */
int64_t clb_now(void);
int64_t clb_deadline_in(int64_t nanoseconds);  /* 0: none */
void clb_signal_run(clb_state *S);             /* with the lock held, of a state that runs */
/* [-, -, v] Raises the stop in progress. */
int clb_raise_stop(lua_State *L);
int clb_stop_now(lua_State *L, int reason);
void clb_stop_release(clb_state *S);
/* [0, 0, -] The hook of a coroutine that no stop is due in: none, or the one that counts. */
void clb_rest(lua_State *L);
/* [0, 0, v] Takes steps from what is left of the instructions; raises when nothing is, but never over a Swift frame. */
void clb_charge(lua_State *L, int steps);
enum { clb_counted = 1000 };  /* instructions between two looks at what is left */
/* The innermost run of this thread, or NULL. */
clb_state *clb_running_here(void);

/* async.c */
/* The coroutine in which the call that runs and may wait began: the main one, as its script sees it. */
lua_State *clb_task_base(clb_state *S);
void clb_push_task_base(lua_State *L); /* [0, +1, -] */
int clb_task_stop_reason(clb_task *T);  /* 0: none; async-signal-safe */
/* True of a coroutine that is suspended until the host answers; scripts must not resume it. */
bool clb_is_waiting(lua_State *co);

/* sample.c */
bool clb_author(lua_State *L, lua_Debug *ar);
void clb_take_sample(clb_state *S, lua_State *L);  /* [0, 0, -] if one is due */
void clb_forget_samples(clb_state *S);

/* host.c */
/* Around a call of Swift: the overdraft opens, and closes with the errors put off. [-, -, e] */
int clb_enter_host(clb_state *S);
int clb_leave_host(lua_State *L, int limited, int outcome);
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

/* errors.c */
void clb_open_errors(lua_State *L);

/* [-, +results, e] Runs a host function that C keeps on the arguments 1..n. */
int clb_call_host(lua_State *L, void *object);

/* objects.c */
void clb_free_types(clb_state *S);

/* call.c */
enum { clb_base_handler = 1 };  /* the slot at the base of the main stack in which the message handler stands */
int clb_note_error(lua_State *L);              /* [-1, +1, -] the message handler of every host call */
int clb_outcome(lua_State *L, int status);     /* of a call that failed and was not stopped */
void clb_capture(clb_state *S, lua_State *L);
void clb_note_stop(clb_state *S, lua_State *L);

/* base.c, load.c, order.c, coroutine.c, read_only.c: the libraries [raise] */
void clb_open_libraries(lua_State *L);
void clb_open_coroutine(lua_State *L);
bool clb_lets_wait(lua_CFunction function);    /* of base.c: a wait goes through it */
bool clb_is_yield(lua_CFunction function);
void clb_tostring(lua_State *L, int index);  /* [0, +1, v] no addresses */
int clb_concat(lua_State *L);                 /* [0, +1, v] __concat of whatever is the host's */
int clb_load_text(lua_State *L);
int clb_pairs(lua_State *L);
int clb_next(lua_State *L);
bool clb_locked_target(lua_State *L, int index); /* [0, +1|0, -] pushes what a read-only face shows */

/* records.c, rows.c */
void clb_open_records(lua_State *L);
void clb_open_rows(lua_State *L);
int clb_push_relation(lua_State *L, int kind, uint32_t generation, const int32_t *rows, int32_t count); /* [0,+1,m] */
int clb_raise_field(lua_State *L, int reason, int kind, const char *key, size_t length, bool collection); /* v */
int clb_raise_stale(lua_State *L, uint64_t bits); /* v */
void clb_choose_reader(clb_field *field, int storage);
extern const char clb_no_key[1];
const char *clb_kind_name(clb_state *S, int kind);

static inline uint32_t clb_generation(uint64_t bits) { return (uint32_t)(bits >> 32) & 0xFFFFFF; }
/* The world of a generation, or NULL when it is over. */
static inline clb_mount *clb_mount_of(clb_state *S, uint32_t generation) {
  clb_mount *mount = &S->mounts[generation % clb_max_mounts];
  return mount->generation == generation ? mount : NULL;
}
/* The mounted columns of a packed value's kind, or NULL when its generation is over. */
static inline clb_columns *clb_columns_of(clb_state *S, uint64_t bits) {
  clb_mount *mount = clb_mount_of(S, clb_generation(bits));
  return mount ? mount->kinds[bits >> 56] : NULL;
}
static inline uint32_t clb_slot_of(const clb_columns *c, const char *key) {
  return (uint32_t)(((uint64_t)(uintptr_t)key * c->multiplier) >> c->shift);
}
static inline uint64_t clb_packed_at(lua_State *L, int index) { return (uint64_t)(uintptr_t)lua_touserdata(L, index); }
/* True when the value at an index is a record or scalar of the kind, one that is still valid. The kind is never 0, so
** no type has to be asked for: lua_touserdata answers NULL for what is no userdata, and a block's address, whose top
** byte is 0, for a full one. */
static inline bool clb_packed_of_kind(lua_State *L, clb_state *S, int index, int kind, uint64_t *bits) {
  uint64_t found = *bits = clb_packed_at(L, index);
  if ((int)(found >> 56) != kind) return false;
  clb_columns *c = clb_columns_of(S, found);
  return c ? (uint32_t)found < c->rows : clb_is_valid(S, found);
}
/* [0, +1, -] */
static inline void clb_push_ref(lua_State *L, int reference) { lua_rawgeti(L, LUA_REGISTRYINDEX, reference); }
static inline uint64_t clb_pack(int kind, uint32_t generation, int32_t payload) {
  return (uint64_t)kind << 56 | (uint64_t)generation << 32 | (uint32_t)payload;
}
static inline void clb_push_packed(lua_State *L, uint64_t bits) { lua_pushlightuserdata(L, (void *)(uintptr_t)bits); }
