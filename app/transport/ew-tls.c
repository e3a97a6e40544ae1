#include "ew-tls.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>

struct _EwTls {
  const EwDial *dial;
  GSocketConnection *base;
  GTlsClientConnection *io;
};

static GSocketConnectable *
make_target (const EwDial *dial)
{
  const EwAddress *address = dial->address;
  g_autofree char *uri = g_uri_join (
      G_URI_FLAGS_NONE, "https", NULL, address->host,
      *address->port ? atoi (address->port) : EW_HTTPS_PORT, "", NULL, NULL);

  return g_network_address_parse_uri (uri, EW_HTTPS_PORT, NULL);
}

/* The scheme goes with it, so that the right proxy is found. */
static bool
connect_base (EwTls *tls, GSocketConnectable *target, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  GError *cause = NULL;

  g_socket_client_set_timeout (client, ew_dial_timeout (tls->dial));
  tls->base =
      g_socket_client_connect (client, target, tls->dial->cancellable, &cause);
  return tls->base || ew_dial_fail (tls->dial, cause, error);
}

/* Authorities of one's own, as git knows them. */
static bool
use_authorities (EwTls *tls, GError **error)
{
  const char *path = tls->dial->authorities;
  g_autoptr (GTlsDatabase) database = NULL;

  if (!path)
    return true;
  database = g_tls_file_database_new (path, NULL);
  if (database) {
    g_tls_connection_set_database (G_TLS_CONNECTION (tls->io), database);
    return true;
  }
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("The certificate authorities in “%s”, which git's setting "
                  "http.sslCAInfo names, cannot be read."),
               path);
  return false;
}

static const char *
format_of_flaws (GTlsCertificateFlags flaws)
{
  if (flaws & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("The certificate of “%s” is for another name, so it may be "
              "somebody else. Nothing was sent. Look whether the address is "
              "right.");
  if (flaws & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    return _ ("The certificate of “%s” is not valid today. Nothing was sent. "
              "Look at the date of this computer, or tell who runs it.");
  return _ (
      "Nobody this computer trusts vouches for the certificate of “%s”. "
      "Nothing was sent. If it is a server of your own, add its authority "
      "to this computer, or to git's setting http.sslCAInfo.");
}

static bool
fail_handshake (EwTls *tls, GError *cause, GError **error)
{
  g_autofree char *place = ew_address_place (tls->dial->address);
  g_autofree char *sentence = NULL;
  GTlsCertificateFlags flaws;

  if (cause->domain != G_TLS_ERROR)
    return ew_dial_fail (tls->dial, cause, error);
  flaws =
      g_tls_connection_get_peer_certificate_errors (G_TLS_CONNECTION (tls->io));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    sentence = g_strdup_printf (format_of_flaws (flaws), place);
#pragma GCC diagnostic pop
  if (!sentence)
    sentence = g_strdup_printf (_ ("“%s” and this computer could not agree how "
                                   "to talk securely (%s)."),
                                place, cause->message);
  g_set_error_literal (error, EW_ERROR, EW_ERROR_REFUSED, sentence);
  g_error_free (cause);
  return false;
}

static bool
shake_hands (EwTls *tls, GSocketConnectable *target, GError **error)
{
  GError *cause = NULL;
  GIOStream *io =
      g_tls_client_connection_new (G_IO_STREAM (tls->base), target, &cause);

  if (!io)
    return ew_dial_fail (tls->dial, cause, error);
  tls->io = G_TLS_CLIENT_CONNECTION (io);
  if (!use_authorities (tls, error))
    return false;
  /* HTTP says itself where an answer ends. */
  g_tls_connection_set_require_close_notify (G_TLS_CONNECTION (io), FALSE);
  return g_tls_connection_handshake (G_TLS_CONNECTION (io),
                                     tls->dial->cancellable, &cause) ||
         fail_handshake (tls, cause, error);
}

EwTls *
ew_tls_new (const EwDial *dial, GError **error)
{
  g_autoptr (EwTls) tls = g_new0 (EwTls, 1);
  g_autoptr (GSocketConnectable) target = NULL;

  g_return_val_if_fail (dial, NULL);

  tls->dial = dial;
  target = make_target (dial);
  if (!connect_base (tls, target, error) || !shake_hands (tls, target, error))
    return NULL;
  return g_steal_pointer (&tls);
}

/* First the socket: a farewell over TLS would wait for a server that no longer
 * listens. */
void
ew_tls_free (EwTls *tls)
{
  if (!tls)
    return;
  if (tls->base)
    g_socket_close (g_socket_connection_get_socket (tls->base), NULL);
  g_clear_object (&tls->io);
  g_clear_object (&tls->base);
  g_free (tls);
}

gssize
ew_tls_read (EwTls *tls, void *buffer, gsize size, GError **error)
{
  GError *cause = NULL;
  gssize got =
      g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (tls->io)),
                           buffer, size, tls->dial->cancellable, &cause);

  if (got < 0)
    ew_dial_fail (tls->dial, cause, error);
  return got;
}

gssize
ew_tls_write (EwTls *tls, const void *bytes, gsize size, GError **error)
{
  GError *cause = NULL;
  gssize sent = g_output_stream_write (
      g_io_stream_get_output_stream (G_IO_STREAM (tls->io)), bytes, size,
      tls->dial->cancellable, &cause);

  if (sent < 0)
    ew_dial_fail (tls->dial, cause, error);
  return sent;
}
