/* board.json and elsewhen.json. */
#include "ew-board-file.h"
#include "ew-workspace-file.h"

#include "random-object.h"

#include <string.h>

#define FILE_NAME "boards/b/board.json"

static EwObject *
read_self (const char *text, GPtrArray *faults)
{
  EwObject *self = ew_board_file_read (text, strlen (text), FILE_NAME, faults);

  for (guint i = 0; i < faults->len; i++) {
    g_autofree char *line = ew_fault_to_string (g_ptr_array_index (faults, i));

    g_test_message ("%s", line);
  }
  return self;
}

static void
test_bytes (void)
{
  const char *text = "{\"format\":1\n,\"min_writer\":1\n,\"buckets\":256\n"
                     ",\"later\":{\"a\":[]}\n,\"title\":\"Plan “A” & B\"\n}\n";
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwObject) self = read_self (text, faults);
  g_autofree char *again = ew_board_file_write (self);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (self->id, ==, EW_BOARD_SELF);
  g_assert_cmpstr (ew_object_get_string (self, "title"), ==, "Plan “A” & B");
  g_assert_cmpstr (again, ==, text);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 200; i++) {
    g_autoptr (EwObject) self = random_object (&ew_kind_board, EW_BOARD_SELF);
    g_autofree char *text = ew_board_file_write (self);
    g_autoptr (GPtrArray) faults = ew_faults_new ();
    g_autoptr (EwObject) again = read_self (text, faults);

    g_assert_cmpuint (faults->len, ==, 0);
    g_assert_true (ew_object_equal (self, again));
  }
}

static void
assert_fault (const char *text, bool is_read, EwFaultLevel level,
              const char *word)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwObject) self = read_self (text, faults);
  const EwFault *fault;

  g_assert_true (is_read == (self != NULL));
  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpint (fault->level, ==, level);
  g_assert_nonnull (strstr (fault->sentence, word));
}

static void
test_faults (void)
{
#define HEAD "{\"format\":1,\"min_writer\":1,\"buckets\":256"
  assert_fault ("", false, EW_FAULT_DAMAGE, "empty");
  assert_fault ("[]", false, EW_FAULT_DAMAGE, "braces");
  assert_fault (HEAD "\n,\"title\":\"Pl", false, EW_FAULT_DAMAGE, "quote");
  assert_fault (HEAD ",\"title\":7}", false, EW_FAULT_DAMAGE, "title: a text");
  assert_fault (HEAD "\n<<<<<<< HEAD\n,\"title\":\"A\"\n=======\n}", false,
                EW_FAULT_DAMAGE, "conflict markers");
  assert_fault (HEAD ",\"id\":\"x\"}", true, EW_FAULT_DAMAGE, "“id”");
  assert_fault ("{\"title\":\"A\"}", true, EW_FAULT_WARNING, "format");
  assert_fault ("{\"format\":2,\"buckets\":256}", true, EW_FAULT_NEWER,
                "format 2");
  assert_fault ("{\"format\":1,\"min_writer\":9,\"buckets\":256}", true,
                EW_FAULT_NEWER, "min_writer 9");
  assert_fault ("{\"format\":1,\"buckets\":4096}", true, EW_FAULT_NEWER,
                "256 buckets");
  assert_fault ("{\"format\":1,\"buckets\":\"many\"}", true, EW_FAULT_DAMAGE,
                "“buckets”");
  assert_fault ("{\"format\":\"one\",\"buckets\":256}", true, EW_FAULT_DAMAGE,
                "“format”");
}

static void
test_marker_line (void)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwObject) self =
      read_self ("{\"format\":1\n,\"buckets\":256\n<<<<<<< a\n}", faults);
  g_autofree char *line = ew_fault_to_string (g_ptr_array_index (faults, 0));

  g_assert_null (self);
  g_assert_true (g_str_has_prefix (line, FILE_NAME ", line 3: The file holds"));
}

static bool
read_workspace (const char *text, EwWorkspaceFile *file, GPtrArray *faults)
{
  return ew_workspace_file_read (text, strlen (text), file, faults);
}

static void
test_workspace (void)
{
  const char *text =
      "{\"format\":1\n,\"min_writer\":1\n,\"name\":\"Te\\\"am\"\n"
      ",\"agreement\":{\"days\":3}\n,\"zone\":[]\n}\n";
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_auto (EwWorkspaceFile) file = { 0 };
  g_autofree char *again = NULL;

  g_assert_true (read_workspace (text, &file, faults));
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (file.name, ==, "Te\"am");
  again = ew_workspace_file_write (&file);
  g_assert_cmpstr (again, ==, text);
}

static void
test_new_workspace (void)
{
  EwWorkspaceFile file = { .name = (char *) "Team" };
  g_autofree char *text = ew_workspace_file_write (&file);

  g_assert_cmpstr (text, ==,
                   "{\"format\":1\n,\"min_writer\":1\n,\"name\":\"Team\"\n}\n");
}

static void
assert_workspace (const char *text, bool is_read, EwFaultLevel level)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_auto (EwWorkspaceFile) file = { 0 };

  g_assert_true (read_workspace (text, &file, faults) == is_read);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (ew_faults_have (faults, level));
  g_assert_true (level == EW_FAULT_NEWER ||
                 !ew_faults_have (faults, level + 1));
}

static void
test_workspace_faults (void)
{
  assert_workspace ("", false, EW_FAULT_DAMAGE);
  assert_workspace ("[]", false, EW_FAULT_DAMAGE);
  assert_workspace ("{\"name\":", false, EW_FAULT_DAMAGE);
  assert_workspace ("{\"name\":7}", true, EW_FAULT_DAMAGE);
  assert_workspace ("{\"min_writer\":2,\"name\":\"A\"}", true, EW_FAULT_NEWER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-file/bytes", test_bytes);
  g_test_add_func ("/board-file/round-trip", test_round_trip);
  g_test_add_func ("/board-file/faults", test_faults);
  g_test_add_func ("/board-file/marker-line", test_marker_line);
  g_test_add_func ("/workspace-file/bytes", test_workspace);
  g_test_add_func ("/workspace-file/new", test_new_workspace);
  g_test_add_func ("/workspace-file/faults", test_workspace_faults);
  return g_test_run ();
}
