#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds bytes as a text of which SQLite makes its own copy: Swift does not see `SQLITE_TRANSIENT`.
static inline int csqlite_bind_copy(sqlite3_stmt *statement, int place, const char *bytes, int count) {
  return sqlite3_bind_text(statement, place, bytes, count, SQLITE_TRANSIENT);
}

#endif
