#pragma once
/* What the decoder forbids itself. */
#include <stdbool.h>

/* Defined where addresses cannot be limited: AddressSanitizer reserves terabytes of them for itself. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SALON_SANDBOX_SANITIZER 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SALON_SANDBOX_SANITIZER 1
#endif

void salon_sandbox_limit (void);
bool salon_sandbox_close (void);
