/*
** The parser is one C call in which no hook runs, and quadratic in several ways. Where the time is spent between two
** pieces the reader meets the stop; where it is spent after the last piece there are limits: all jumps that leave a
** block are resolved at its end, each moving all the others.
*/
#include "source.h"
#include <ctype.h>
#include <string.h>

static void end_word(lua_State *L, clb_source *s) {
  s->word[s->letters < 8 ? s->letters : 7] = 0;
  bool jump = strcmp(s->word, "goto") == 0 || strcmp(s->word, "break") == 0;
  s->letters = 0;
  if (jump && ++s->jumps > clb_source_jumps) {
    luaL_error(L, "the source has more than %d jumps (goto, break): split it", clb_source_jumps);
  }
}

/* Words in comments and texts count too: no script has thousands. */
static void count_jumps(lua_State *L, clb_source *s, const char *piece, size_t size) {
  for (size_t i = 0; i < size; i++) {
    unsigned char c = (unsigned char)piece[i];
    if (isalnum(c) || c == '_') {
      if (s->letters < 7) s->word[s->letters] = (char)c;
      s->letters += s->letters < 8;
    } else if (s->letters) {
      end_word(L, s);
    }
  }
}

const char *clb_source_next(lua_State *L, clb_source *s, size_t *size) {
  clb_poll(L);
  *size = s->left < clb_source_piece ? s->left : clb_source_piece;
  const char *piece = s->text;
  s->text += *size;
  s->left -= *size;
  s->fed += *size;
  if (s->fed > clb_source_most) {
    luaL_error(L, "the source is larger than %d MB", clb_source_most >> 20);
  }
  count_jumps(L, s, piece, *size);
  return *size ? piece : NULL;
}
