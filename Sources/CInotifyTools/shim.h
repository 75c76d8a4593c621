#ifndef WINNOW_CINOTIFYTOOLS_SHIM_H
#define WINNOW_CINOTIFYTOOLS_SHIM_H

// inotifytools.h only forward-declares struct inotify_event, so the kernel's
// own header must be seen first, or Swift imports every event as OpaquePointer.
#include <sys/inotify.h>
#include <inotifytools/inotifytools.h>

// The event's name is a flexible array member, which Swift does not import.
static inline const char *winnow_inotify_event_name(const struct inotify_event *event) {
  return event->len > 0 ? event->name : "";
}

#endif
