/*
** Everything of the bridge that may raise a Lua error, and the limits.
**
** Lua raises errors with longjmp, which must never cross a Swift frame. So:
** - Swift calls scripts only through clb_call, clb_call_packed and clb_load, which are protected.
** - Scripts call Swift only through trampolines of this target: Swift returns a status, C raises afterwards.
** - While a Swift frame is active the allocator lets the heap grow past its limit (the overdraft), so that the plain
**   lua_push*, lua_rawget, lua_rawset, lua_createtable of a Swift frame cannot raise; the trampoline compares with
**   the limit when Swift has returned, and raises then.
**
** Each function states its stack effect and whether it may raise, in the manual's notation: [-pops, +pushes, raises].
** "host" means: may be called from a Swift frame (never raises there).
*/
#pragma once
#include "CLuaBridgeHost.h"
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "CLuaBridgeObjects.h"

typedef struct clb_state clb_state;

/* Scalars that C reads and pushes by itself, 64 bits each; with `self` the first is a record or scalar of that kind. */
enum { clb_slot_integer, clb_slot_number, clb_slot_boolean, clb_slot_packed };
enum { clb_max_slots = 4 };
typedef struct clb_signature { uint8_t count, result, self, types[clb_max_slots]; } clb_signature;

/* What a call of Swift may answer beside a number of results. */
enum { clb_raise = -1, clb_reraise = -2 };
enum { clb_field_unknown, clb_field_denied, clb_field_assignment };

/* How a protected call ended; above clb_stopped_base: stopped, and why. */
enum { clb_ok, clb_runtime, clb_syntax, clb_memory, clb_mismatch, clb_no_room };
enum { clb_stop_none, clb_stop_deadline, clb_stop_cancelled, clb_stop_output, clb_stop_depth, clb_stop_instructions };
enum { clb_stopped_base = 16 };

/* Libraries beside base. */
enum {
  clb_library_string = 1, clb_library_table = 2, clb_library_math = 4, clb_library_utf8 = 8, clb_library_coroutine = 16,
  clb_library_load = 32, clb_library_print = 64
};

typedef struct clb_limits {
  size_t memory;        /* bytes */
  int64_t deadline;     /* nanoseconds of one outermost call; negative: none */
  int64_t instructions; /* of one outermost call; negative: not counted */
  uint32_t libraries;
  int depth;            /* nested host functions */
  size_t output;        /* bytes of print in a run */
  uint64_t seed;        /* of math.random */
} clb_limits;

/* ---- The library [host] ---- */
const char *clb_compiled_release(void);  /* "Lua 5.4.4", of the headers */
int clb_library_version(void);           /* 504, of the library that runs */
int clb_library_release(void);           /* 4 for 5.4.4; -1: it does not say */
bool clb_library_behaves_old(void);      /* as releases up to 5.4.4 do; makes and closes an interpreter */

/* ---- A state [host] ---- */
/* Whether stacks stay in place during concatenations, which releases up to 5.4.4 need. */
bool clb_guards_stacks(clb_state *S);
clb_state *clb_open(const clb_limits *limits, const clb_host *host); /* NULL when there is no memory at all */
void clb_close(clb_state *S);          /* not while it runs */
bool clb_is_running(clb_state *S);
lua_State *clb_current(clb_state *S);   /* the coroutine that runs, or the main one */
clb_state *clb_of(lua_State *L);
size_t clb_used(clb_state *S);
/* Tests: the n-th next growth under the limit fails, and its retry too; negative: none. Answers what was left of the
** number before. */
long clb_fail_allocation(clb_state *S, long n);
void clb_collect(clb_state *S);

/* ---- Runs and stops [host] ---- */
typedef struct clb_run { int64_t deadline; } clb_run;
clb_run clb_run_begin(clb_state *S, int64_t nanoseconds);
void clb_run_end(clb_state *S, clb_run run);
/* From any thread; the caller keeps S alive meanwhile. */
void clb_stop(clb_state *S);
/* The real-time signal that ends runs; before the first state is opened. False when it is too late. */
bool clb_use_signal(int number);

/* ---- Where a run spends its time [host] ---- */
enum { clb_sample_places = 31, clb_sample_source = 120 };
typedef struct clb_sample { int32_t line; uint32_t count; char source[clb_sample_source]; } clb_sample;
/* Of the run that goes on, or was the last; `last` is the place of the latest sample, or below 0. */
typedef struct clb_samples { uint32_t used, taken; int32_t last; clb_sample places[clb_sample_places]; } clb_samples;
/* Takes samples from the beginning of each run, not only in the second half of its time, into memory that outlives S. */
void clb_watch(clb_state *S, clb_samples *memory);
const clb_samples *clb_samples_of(clb_state *S);
/* Says what begins to run, in case that no sample is ever taken of it. */
void clb_note_beginning(clb_state *S, const char *source);
/* The place of most samples, also of samples that somebody else wrote; false: there is none. */
bool clb_hottest(const clb_samples *samples, clb_sample *place);

/* ---- Protected calls [host] ---- */
/* [-(n+1), +results | +1 value, never] The function and n arguments are on top. */
int clb_call(clb_state *S, lua_State *L, int arguments, int results);
/* [0, 0 | +1 value, never] Calls a referred function with one or two scalars and takes one scalar. A result of another
** type stays on top, and the outcome is clb_mismatch. clb_no_room: nothing was done, nothing is on top. */
typedef struct clb_typed_result { int64_t outcome; uint64_t value; } clb_typed_result;
clb_typed_result clb_call_typed(clb_state *S, int reference, clb_signature signature, uint64_t a, uint64_t b);
/* The same for integers alone. */
clb_typed_result clb_call_integer(clb_state *S, int reference, uint64_t a);
clb_typed_result clb_call_integers(clb_state *S, int reference, uint64_t a, uint64_t b);
/* [0, +n, never] Calls a referred function with one packed value. Results, or the error value, start at *first; the top
** before was *base. */
int clb_call_packed(clb_state *S, lua_State *L, int reference, uint64_t bits, int *base, int *first);
/* [0, +1, never] Compiles text to a function, or leaves the error value. A nonzero environment is its reference. */
int clb_load(clb_state *S, lua_State *L, const char *text, size_t length, const char *name, int environment);

/* The places in scripts captured by the last failed call, innermost first; valid until the next call. */
typedef struct clb_frame { char source[160]; char name[48]; int line; } clb_frame;
int clb_frame_count(clb_state *S);
const clb_frame *clb_frame_at(clb_state *S, int index);
/* True when the last failed call re-raised an error whose frames Swift has. */
bool clb_frames_kept(clb_state *S);
/* The place in a script that called the running host function; of the author's scripts where there is one, not of a
** library ("=name"). */
bool clb_where(lua_State *L, clb_frame *frame);
bool clb_where_author(lua_State *L, clb_frame *frame);

/* ---- Calls that may wait [host] ---- */
typedef struct clb_task clb_task;
/* The driver runs one until it ends or waits, with the state free of other runs: a slice. clb_waiting: an async host
** function was called (clb_host.call), and the next slice gives its answer (clb_host.answer). */
enum { clb_waiting = -1 };
/* [-(n+1), 0] The function and n arguments are on top. nanoseconds of all slices and waits, negative: no end. outer:
** the task in whose wait this one begins, or NULL; they share the output, and this one ends no later. NULL: the
** arguments are too many. */
clb_task *clb_task_begin(clb_state *S, lua_State *L, int arguments, int64_t nanoseconds, clb_task *outer);
/* The results, or one error value, are on top of *L; answers as clb_call, or clb_waiting, or clb_no_room when the
** state runs something else. Nothing more may run after an end. */
int clb_task_run(clb_task *T, lua_State **L, int *results);
/* Also after the state was closed. */
void clb_task_end(clb_task *T);
int64_t clb_task_left(clb_task *T);            /* nanoseconds, negative: no end */
/* From any thread, while the state is open: this task, and no other, is to stop. The first reason stays. */
void clb_task_stop(clb_task *T, int reason);
void clb_push_async(lua_State *L, void *object); /* [0, +1] owns one reference to object */

/* ---- References [host] ---- */
int clb_ref(clb_state *S, lua_State *L);                    /* [-1, 0] */
void clb_push_reference(lua_State *L, int reference);         /* [0, +1] */
/* From any thread: the slot is free again when the owner makes its next reference. */
void clb_release(clb_state *S, int reference);
/* A number that no other state of the process has, nor had. */
uint64_t clb_serial(clb_state *S);
/* From any thread, of a state that may be closed: lets go at once when this thread runs the state; false otherwise. */
bool clb_release_here(clb_state *S, uint64_t serial, int reference);
/* Values that only the owner's thread keeps and lets go; S outlives lua_close until the last is gone. */
int clb_keep(lua_State *L, int index);         /* [0, 0] answers the place */
void clb_push_kept(lua_State *L, int place);   /* [0, +1] */
void clb_drop(clb_state *S, int place);
bool clb_is_closed(clb_state *S);

/* ---- Values [host] ---- */
/* Room on the stack, asked for before more than a few values are pushed. */
bool clb_has_room(lua_State *L, int slots);
/* The same; where there is none, the call in progress ends with clb_memory. */
bool clb_reserve(lua_State *L, int slots);
/* [0, +1] A string too large for the limit becomes nil, and the call in progress ends with clb_memory. */
void clb_push_string(lua_State *L, const char *bytes, size_t length);
void clb_push_function(lua_State *L, void *object);         /* [0, +1] owns one reference to object */
/* Likewise; arguments that are not of the types go the way of an ordinary host function. */
void clb_push_typed(lua_State *L, void *object, clb_signature signature);
/* [0, +1] A host error with a slot of one word, zero, for Swift to put its error into at once. */
void *clb_push_error(lua_State *L);
void *clb_to_error(lua_State *L, int index);                /* the slot of a host error, or NULL */
/* [0, +1] "source:line: bad argument #n to 'f' (problem)". */
void clb_push_bad_argument(lua_State *L, int position, const char *function, const char *problem);
/* [0, +1] "source:line: message". */
void clb_push_positioned(lua_State *L, const char *message, size_t length);
/* [0, +1] The name of a value's type for messages: __name, the kind, or Lua's. */
void clb_push_type_name(lua_State *L, int index);
/* [0, +1] A list of the table's keys in the fixed order; answers how many. Takes six slots. */
int clb_push_keys(lua_State *L, int table);
/* [-1, +1] A read-only face of the table on top; `unknown` is a reference or 0. */
void clb_push_read_only(clb_state *S, lua_State *L, const char *name, int unknown);
/* [0, 0] Raw assignments to tables of the metatable on top are refused, as those to read-only faces. */
void clb_seal(lua_State *L);
/* Where a Lua function is defined; false for C functions. [-1, 0] */
bool clb_defined_at(lua_State *L, clb_frame *frame);

/* ---- Packed values: kind 8, generation 24, payload 32 bits [host] ---- */
enum { clb_op_add, clb_op_subtract, clb_op_less, clb_op_less_equal, clb_op_text, clb_op_count };
bool clb_define_kind(clb_state *S, int kind, const char *name, bool ordered, bool record);
void clb_set_operator(clb_state *S, lua_State *L, int kind, int operator_); /* [-1, 0] */
bool clb_kind_defined(clb_state *S, int kind, bool record);

enum {
  clb_integer32, clb_integer64, clb_boolean, clb_scalar, clb_text, clb_reference, clb_relation,
  clb_method, clb_computed, clb_denied
};
typedef struct clb_field_spec {
  const char *name; size_t name_length;
  int storage, target; bool notes_missing;
  const void *base;                         /* the column, or the offsets of a relation */
  const int32_t *rows; size_t row_total;    /* of a relation */
  const int32_t *text_offsets; const char *text_bytes; size_t text_count;
} clb_field_spec;
/* 0 when 63 worlds are mounted. */
uint32_t clb_mount_begin(clb_state *S);
void clb_mount_kind(clb_state *S, uint32_t generation, int kind, int32_t rows, int fields);
/* [-1 for methods and computed fields, 0] */
void clb_mount_field(clb_state *S, lua_State *L, uint32_t generation, int kind, int index, const clb_field_spec *spec);
void clb_unmount(clb_state *S, lua_State *L, uint32_t generation);
bool clb_is_valid(clb_state *S, uint64_t bits);
/* True when the value at an index is a valid record or scalar of the kind. */
bool clb_to_packed(lua_State *L, int index, int kind, uint64_t *bits);

typedef struct clb_missing { uint64_t record; int32_t field; } clb_missing;
/* Fills at most 16, answers the count of all, starts again. */
int64_t clb_take_missing(clb_state *S, clb_missing *first, int *filled);

/* ---- Collections [host] ---- */
typedef struct clb_rows_view {
  const int32_t *rows; int32_t count; int kind; uint32_t generation; bool valid;
} clb_rows_view;
/* [0, +1] Copies the rows. */
void clb_push_rows(lua_State *L, int kind, uint32_t generation, const int32_t *rows, int32_t count);
bool clb_to_rows(lua_State *L, int index, clb_rows_view *view);
void clb_set_rows_methods(clb_state *S, lua_State *L);      /* [-1, 0] */
void clb_set_rows_call(clb_state *S, lua_State *L);         /* [-1, 0] */
