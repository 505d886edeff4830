/* Makes one folder slow, as a network folder is: each call on a file below SLOW_FOLDER waits. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void wait_for(const char *path) {
    const char *folder = getenv("SLOW_FOLDER"), *seconds = getenv("SLOW_SECONDS");
    if (path && folder && seconds && strncmp(path, folder, strlen(folder)) == 0)
        usleep((useconds_t)(atof(seconds) * 1000000));
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)

#define OPENS(name)                                                                              \
    int name(const char *path, int flags, ...) {                                                 \
        REAL(name);                                                                              \
        va_list rest;                                                                            \
        va_start(rest, flags);                                                                   \
        mode_t mode = va_arg(rest, mode_t);                                                      \
        va_end(rest);                                                                            \
        wait_for(path);                                                                          \
        return real(path, flags, mode);                                                          \
    }

OPENS(open)
OPENS(open64)

#define LOOKS(name, type)                                                                        \
    int name(const char *path, struct type *found) {                                             \
        REAL(name);                                                                              \
        wait_for(path);                                                                          \
        return real(path, found);                                                                \
    }

LOOKS(stat, stat)
LOOKS(stat64, stat64)
LOOKS(lstat, stat)
LOOKS(lstat64, stat64)

int rename(const char *from, const char *to) {
    REAL(rename);
    wait_for(to);
    return real(from, to);
}

int unlink(const char *path) {
    REAL(unlink);
    wait_for(path);
    return real(path);
}
