// Prepared inserts of SQLite's own: `inserts FILE.sqlite ROWS`. Reads rows, tab by tab, into memory, and then
// writes them into the table of a database that is there. Prints the seconds from BEGIN to the closed file.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  long long run, metric, scope, fen;
  double value;
  char start[12], end[12], statistic[12];
  char has_value, has_fen;
} Row;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void check(int code, sqlite3 *database) {
  if (code == SQLITE_OK || code == SQLITE_DONE) return;
  fprintf(stderr, "%s\n", sqlite3_errmsg(database));
  exit(1);
}

int main(int count, char **words) {
  if (count != 3) return 2;
  size_t size = 0, room = 1 << 21;
  Row *rows = malloc(room * sizeof *rows);
  FILE *file = fopen(words[2], "r");
  char line[256];
  while (file && size < room && fgets(line, sizeof line, file)) {
    Row *row = rows + size++;
    char *rest = line;
    line[strcspn(line, "\n")] = 0;
    row->run = atoll(strsep(&rest, "\t"));
    row->metric = atoll(strsep(&rest, "\t"));
    row->scope = atoll(strsep(&rest, "\t"));
    strcpy(row->start, strsep(&rest, "\t"));
    strcpy(row->end, strsep(&rest, "\t"));
    strcpy(row->statistic, strsep(&rest, "\t"));
    char *value = strsep(&rest, "\t"), *fen = strsep(&rest, "\t");
    row->value = atof(value), row->has_value = *value != 0;
    row->fen = atoll(fen), row->has_fen = *fen != 0;
  }
  double start = now();
  sqlite3 *database;
  sqlite3_stmt *insert;
  check(sqlite3_open(words[1], &database), database);
  check(sqlite3_exec(database, "BEGIN IMMEDIATE", 0, 0, 0), database);
  check(
    sqlite3_prepare_v2(
      database, "INSERT INTO \"values\" VALUES (?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, 0), database);
  for (Row *row = rows; row < rows + size; row++) {
    sqlite3_bind_int64(insert, 1, row->run);
    sqlite3_bind_int64(insert, 2, row->metric);
    sqlite3_bind_int64(insert, 3, row->scope);
    sqlite3_bind_text(insert, 4, row->start, -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 5, row->end, -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 6, row->statistic, -1, SQLITE_STATIC);
    row->has_value ? sqlite3_bind_double(insert, 7, row->value) : sqlite3_bind_null(insert, 7);
    row->has_fen ? sqlite3_bind_int64(insert, 8, row->fen) : sqlite3_bind_null(insert, 8);
    check(sqlite3_step(insert), database);
    sqlite3_reset(insert);
  }
  check(sqlite3_exec(database, "COMMIT", 0, 0, 0), database);
  sqlite3_finalize(insert);
  check(sqlite3_close(database), database);
  printf("%zu %.3f\n", size, now() - start);
}
