#pragma once
/* A named thread that works off a queue of tasks.  The only place in the program that knows threads. */
#include <gio/gio.h>

G_BEGIN_DECLS

#define SALON_TYPE_EXECUTOR (salon_executor_get_type ())
G_DECLARE_FINAL_TYPE (SalonExecutor, salon_executor, SALON, EXECUTOR, GObject)

typedef enum {
  SALON_LANE_INTERACTIVE, /* somebody waits for it at the desk */
  SALON_LANE_BACKGROUND,  /* nobody waits: reports, checks, backups */
} SalonLane;

/**
 * SalonTaskFunc:
 * @task: answered by the function: exactly one g_task_return_*() call
 * @state: what the executor was made with; owned by the executor's thread
 * @data: data of its own
 */
typedef void (*SalonTaskFunc) (GTask *task, gpointer state, gpointer data);

/**
 * SalonIdleFunc:
 * @state: what the executor was made with
 */
typedef void (*SalonIdleFunc) (gpointer state);

SalonExecutor *salon_executor_new (const char *name, gpointer state);
void salon_executor_set_idle (SalonExecutor *self, SalonIdleFunc idle);
void salon_executor_push (SalonExecutor *self, SalonLane lane, GTask *task, SalonTaskFunc func);
void salon_executor_call (SalonExecutor *self, void (*func) (gpointer state, gpointer data), gpointer data);
void salon_run_aside (GTask *task, GTaskThreadFunc func);
void salon_executor_stop (SalonExecutor *self);

G_END_DECLS
