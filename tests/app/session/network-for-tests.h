/* A network that comes and goes as a test says, through the door by which GIO
 * finds the monitor of a real one. */
#pragma once

#include <gio/gio.h>

#define TEST_TYPE_NETWORK (test_network_get_type ())
G_DECLARE_FINAL_TYPE (TestNetwork, test_network, TEST, NETWORK, GObject)

struct _TestNetwork {
  GObject parent;
  gboolean is_there;
};

enum {
  TEST_AVAILABLE = 1,
  TEST_METERED,
  TEST_CONNECTIVITY
};

static gboolean
test_network_init_cb (GInitable *initable, GCancellable *cancellable,
                      GError **error)
{
  return TRUE;
}

static void
test_network_initable (GInitableIface *iface)
{
  iface->init = test_network_init_cb;
}

static void
test_network_monitor (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (
    TestNetwork, test_network, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, test_network_initable)
        G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, test_network_monitor))

static void
test_network_get_property (GObject *object, guint id, GValue *value,
                           GParamSpec *spec)
{
  gboolean is_there = TEST_NETWORK (object)->is_there;

  if (id == TEST_CONNECTIVITY)
    g_value_set_enum (value, is_there ? G_NETWORK_CONNECTIVITY_FULL
                                      : G_NETWORK_CONNECTIVITY_LOCAL);
  else
    g_value_set_boolean (value, id == TEST_AVAILABLE && is_there);
}

static void
test_network_class_init (TestNetworkClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = test_network_get_property;
  g_object_class_override_property (object_class, TEST_AVAILABLE,
                                    "network-available");
  g_object_class_override_property (object_class, TEST_METERED,
                                    "network-metered");
  g_object_class_override_property (object_class, TEST_CONNECTIVITY,
                                    "connectivity");
}

static void
test_network_init (TestNetwork *network)
{
  network->is_there = TRUE;
}

/* Before anybody has asked for the monitor. */
static inline void
test_network_take_over (void)
{
  g_setenv ("GIO_USE_NETWORK_MONITOR", "test", TRUE);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME,
                                  TEST_TYPE_NETWORK, "test", 1000);
  g_assert_true (TEST_IS_NETWORK (g_network_monitor_get_default ()));
}

static inline void
test_network_set (gboolean is_there)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  TEST_NETWORK (monitor)->is_there = is_there;
  g_signal_emit_by_name (monitor, "network-changed", is_there);
}
