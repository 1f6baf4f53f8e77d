/* Sources on their way to the parser, in small pieces. */
#pragma once
#include "bounded.h"

enum {
  clb_source_piece = 256,          /* bytes between two looks at the stop */
  clb_source_most = 16 << 20,      /* bytes of one source */
  clb_source_jumps = 8192          /* words "goto" and "break" of one source */
};

typedef struct clb_source {
  const char *text; size_t left;   /* what the parser has not had of the text at hand */
  size_t fed; int jumps;           /* so far */
  char word[8]; int letters;       /* the word that the text is in, which may go on in the next piece */
} clb_source;

/* [0, 0, v] The next piece of the text at hand, NULL at its end. Refuses what the parser would take too long for. */
const char *clb_source_next(lua_State *L, clb_source *source, size_t *size);
