#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

/*
 * Swift cannot call C functions with a variable number of arguments, and most of libedit is
 * el_set(), el_get() and history(). Here are fixed forms of the ones Parkline uses; Swift compiles
 * them into its own object files, so there is no C target.
 *
 * Text goes in and out by libedit's wide interface (wchar_t is a Unicode scalar here): the narrow
 * one loses what the locale cannot encode. Names, keys and settings are ASCII and use the narrow one.
 */

#include <histedit.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

typedef wchar_t *_Nonnull (*editline_prompt_function)(EditLine *_Nonnull);
typedef unsigned char (*editline_key_function)(EditLine *_Nonnull, int);
typedef int (*editline_read_function)(EditLine *_Nonnull, wchar_t *_Nonnull);

/* Starting */

static inline EditLine *_Nullable editline_start(const char *_Nonnull program) {
  return el_init(program, stdin, stdout, stderr);
}

/* What libedit hands back to the callbacks: the Swift object it belongs to. */
static inline void editline_set_owner(EditLine *_Nonnull e, void *_Nonnull owner) {
  el_set(e, EL_CLIENTDATA, owner);
}

static inline void *_Nonnull editline_owner(EditLine *_Nonnull e) {
  void *owner = NULL;
  el_get(e, EL_CLIENTDATA, &owner);
  return owner;
}

/* Settings */

static inline void editline_set_number(EditLine *_Nonnull e, int setting, int value) {
  el_set(e, setting, value);
}

static inline void editline_set_editor(EditLine *_Nonnull e, const char *_Nonnull name) {
  el_set(e, EL_EDITOR, name);
}

/* Changes the terminal's mode while a line is edited, as `setty -d` in ~/.editrc: "-isig". */
static inline void editline_set_mode(EditLine *_Nonnull e, const char *_Nonnull mode) {
  el_set(e, EL_SETTY, "-d", mode, (char *)NULL);
}

static inline void editline_set_prompt(EditLine *_Nonnull e, editline_prompt_function _Nonnull f) {
  el_wset(e, EL_PROMPT, f);
}

static inline void editline_set_reader(EditLine *_Nonnull e, editline_read_function _Nonnull f) {
  el_wset(e, EL_GETCFN, f);
}

static inline bool editline_is_vi(EditLine *_Nonnull e) {
  const char *name = NULL;
  return el_get(e, EL_EDITOR, &name) == 0 && name && name[0] == 'v';
}

/* False after `edit off` in ~/.editrc, and in TERM=emacs. */
static inline bool editline_is_on(EditLine *_Nonnull e) {
  int on = 0;
  return el_get(e, EL_EDITMODE, &on) == 0 && on;
}

/* The size libedit draws for. */
static inline int editline_columns(EditLine *_Nonnull e) {
  int columns = 0;
  return el_get(e, EL_GETTC, "co", &columns) == 0 ? columns : 80;
}

static inline int editline_rows(EditLine *_Nonnull e) {
  int rows = 0;
  return el_get(e, EL_GETTC, "li", &rows) == 0 ? rows : 24;
}

/* What the terminal calls `name`, a termcap capability such as "ce"; NULL when it cannot do it. */
static inline const char *_Nullable editline_capability(
    EditLine *_Nonnull e, const char *_Nonnull name) {
  const char *text = NULL;
  return el_get(e, EL_GETTC, name, &text) == 0 ? text : NULL;
}

/* Draws prompt and line afresh, from where the cursor is now. */
static inline void editline_redraw(EditLine *_Nonnull e) { el_set(e, EL_REFRESH); }

/* Drawing into nowhere */

typedef struct {
  FILE *_Nullable stream;
  char *_Nullable text;
  size_t size;
} editline_sink;

/* From now on what libedit draws does not reach the terminal. */
static inline editline_sink *_Nullable editline_divert(EditLine *_Nonnull e) {
  editline_sink *sink = (editline_sink *)calloc(1, sizeof *sink);
  if (!sink) return NULL;
  sink->stream = open_memstream(&sink->text, &sink->size);
  if (!sink->stream) {
    free(sink);
    return NULL;
  }
  el_set(e, EL_SETFP, 1, sink->stream);
  return sink;
}

/* Empties the sink; true if there was a beep in it. */
static inline bool editline_has_beeped(editline_sink *_Nonnull sink) {
  fflush(sink->stream);
  long count = ftell(sink->stream);
  bool has_beeped = count > 0 && memchr(sink->text, '\a', (size_t)count);
  rewind(sink->stream);
  return has_beeped;
}

/* Only after libedit has ended. */
static inline void editline_free_sink(editline_sink *_Nonnull sink) {
  fclose(sink->stream);
  free(sink->text);
  free(sink);
}

/* Keys */

static inline void editline_add_function(
    EditLine *_Nonnull e, const char *_Nonnull name, const char *_Nonnull summary,
    editline_key_function _Nonnull f) {
  el_set(e, EL_ADDFN, name, summary, f);
}

static inline void editline_bind(
    EditLine *_Nonnull e, const char *_Nonnull key, const char *_Nonnull function) {
  el_set(e, EL_BIND, key, function, (char *)NULL);
}

/* The same for vi's command mode. */
static inline void editline_bind_command(
    EditLine *_Nonnull e, const char *_Nonnull key, const char *_Nonnull function) {
  el_set(e, EL_BIND, "-a", key, function, (char *)NULL);
}

/* Whether a key sequence (more than one key) is bound. libedit only prints the answer, so it prints
 * into memory: the binding on the output, or a complaint on the error output. */
static inline bool editline_is_bound_to(EditLine *_Nonnull e, const char *_Nonnull sequence,
                                        const char *_Nonnull function) {
  char *answer = NULL, *complaint = NULL;
  size_t answer_size = 0, complaint_size = 0;
  FILE *output = open_memstream(&answer, &answer_size);
  FILE *errors = open_memstream(&complaint, &complaint_size);
  if (output && errors) {
    FILE *before = stdout;
    el_wget(e, EL_GETFP, 1, &before);
    el_set(e, EL_SETFP, 1, output);
    el_set(e, EL_SETFP, 2, errors);
    el_set(e, EL_BIND, sequence, (char *)NULL);
    el_set(e, EL_SETFP, 1, before);
    el_set(e, EL_SETFP, 2, stderr);
  }
  if (output) fclose(output);
  if (errors) fclose(errors);
  bool is_bound = answer_size > 0 && strstr(answer, function);
  free(answer);
  free(complaint);
  return is_bound;
}

/* Whether anything at all is bound to the keys of `sequence`. */
static inline bool editline_is_bound(EditLine *_Nonnull e, const char *_Nonnull sequence) {
  return editline_is_bound_to(e, sequence, "");
}

/* History */

static inline void editline_use_history(EditLine *_Nonnull e, HistoryW *_Nonnull h) {
  el_wset(e, EL_HIST, history_w, h);
}

static inline void editline_history_set_number(HistoryW *_Nonnull h, int setting, int value) {
  HistEventW event;
  history_w(h, &event, setting, value);
}

static inline void editline_history_add(HistoryW *_Nonnull h, const wchar_t *_Nonnull statement) {
  HistEventW event;
  history_w(h, &event, H_ENTER, statement);
}

/* The C library */

/* Columns of a scalar, or -1 when the locale does not know it. Swift's Glibc hides wcwidth(). */
extern int wcwidth(wchar_t);
static inline int editline_width(wchar_t scalar) { return wcwidth(scalar); }

/* Swift 6 does not let one touch the variable `stdout`; libedit writes there too. */
static inline FILE *_Nonnull editline_output(void) { return stdout; }

/* Gives memory that was freed back to the system. */
static inline void editline_trim_memory(void) { malloc_trim(0); }

#endif
