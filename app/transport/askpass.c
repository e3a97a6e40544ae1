/* elsewhen-askpass: the program that ssh runs to ask a person something.
 *
 * Brings the question to the Elsewhen that started ssh, and its answer back on
 * standard output; see ew-ssh-prompt.h.  Without one it says no. */
#include "ew-ssh-prompt.h"

#include <gio/gunixsocketaddress.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANSWER_MAX 4096

static GSocket *
connect_to (const char *path)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocket) socket =
      g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM,
                    G_SOCKET_PROTOCOL_DEFAULT, NULL);

  if (!socket || !g_socket_connect (socket, address, NULL, NULL))
    return NULL;
  return g_steal_pointer (&socket);
}

static bool
send_question (GSocket *socket, const char *question)
{
  gsize length = strlen (question);

  while (length > 0) {
    gssize sent = g_socket_send (socket, question, length, NULL, NULL);

    if (sent <= 0)
      return false;
    question += sent;
    length -= (gsize) sent;
  }
  return g_socket_shutdown (socket, FALSE, TRUE, NULL);
}

static bool
print_answer (GSocket *socket)
{
  char answer[ANSWER_MAX + 1] = { 0 };
  gsize length = 0;
  gssize got;

  while (length < ANSWER_MAX &&
         (got = g_socket_receive (socket, answer + length, ANSWER_MAX - length,
                                  NULL, NULL)) > 0)
    length += (gsize) got;
  if (answer[0] != EW_ASKPASS_YES)
    return false;
  return puts (answer + 1) >= 0 && fflush (stdout) == 0;
}

int
main (int argc, char *argv[])
{
  const char *path = g_getenv (EW_ASKPASS_SOCKET);
  g_autoptr (GSocket) socket = path ? connect_to (path) : NULL;

  if (!socket || !send_question (socket, argc > 1 ? argv[1] : "") ||
      !print_answer (socket))
    return EXIT_FAILURE;
  return EXIT_SUCCESS;
}
