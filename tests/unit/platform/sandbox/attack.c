/* What machine code would try that took over the child. Prints "name result" for each try: ok, or the error. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

static void say(const char *name, long result) {
  printf("%s %s\n", name, result >= 0 ? "ok" : strerrorname_np(errno));
}

static long readable(const char *path) {
  char byte[8];
  int file = open(path, O_RDONLY);
  if (file < 0) return -1;
  long got = read(file, byte, sizeof byte);
  if (got < 0 && errno == EISDIR) got = 0;
  close(file);
  return got;
}

/* Leaves nothing behind where it succeeds. */
static long removed(const char *path) {
  int file = open(path, O_WRONLY | O_CREAT, 0600);
  if (file >= 0) unlink(path);
  return file;
}

/* argv: key folder parent port unixSocket writable */
int main(int count, char **with) {
  if (count < 7) return 2;
  char path[4096];
  setvbuf(stdout, 0, _IONBF, 0);
  pid_t parent = atoi(with[3]);
  say("key", readable(with[1]));
  say("folder", readable(with[2]));
  say("passwd", readable("/etc/passwd"));
  snprintf(path, sizeof path, "/proc/%d/environ", parent);
  say("environ", readable(path));
  snprintf(path, sizeof path, "/proc/%d/mem", parent);
  say("memory", readable(path));
  say("proc", readable("/proc/self/status"));

  struct sockaddr_in tcp = {.sin_family = AF_INET, .sin_port = htons(atoi(with[4])), .sin_addr.s_addr = htonl(0x7f000001)};
  int one = socket(AF_INET, SOCK_STREAM, 0);
  say("tcp", one < 0 ? -1 : connect(one, (struct sockaddr *)&tcp, sizeof tcp));
  struct sockaddr_un named = {.sun_family = AF_UNIX};
  strncpy(named.sun_path, with[5], sizeof named.sun_path - 1);
  int two = socket(AF_UNIX, SOCK_STREAM, 0);
  say("unix", two < 0 ? -1 : connect(two, (struct sockaddr *)&named, sizeof named));
  say("netlink", socket(AF_NETLINK, SOCK_RAW, 0));
  say("raw", socket(AF_PACKET, SOCK_RAW, 0));
  int pair[2];
  say("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));

  snprintf(path, sizeof path, "%s/written", with[6]);
  say("write", open(path, O_WRONLY | O_CREAT, 0600));
  say("write_root", removed("/crossdocket-written"));
  say("write_tmp", removed("/tmp/crossdocket-written"));
  say("truncate", truncate(with[1], 0));
  say("chmod", chmod(with[1], 0644));
  say("unlink", unlink(with[1]));
  snprintf(path, sizeof path, "%s/link", with[6]);
  say("link", symlink(with[1], path));

  say("ptrace", ptrace(PTRACE_SEIZE, parent, 0, 0));
  struct iovec here = {path, 8}, there = {(void *)0x400000, 8};
  say("vm_read", process_vm_readv(parent, &here, 1, &there, 1, 0));
  say("kill", kill(parent, 0));
  say("pidfd", syscall(SYS_pidfd_open, parent, 0));
  say("limits", prlimit(parent, RLIMIT_NOFILE, 0, &(struct rlimit){0}));
  pid_t born = fork();
  if (born == 0) _exit(0);
  say("fork", born);
  struct clone_args ask = {.exit_signal = SIGCHLD};
  long made = syscall(SYS_clone3, &ask, sizeof ask);
  if (made == 0) _exit(0);
  say("clone3", made);
  say("unshare", unshare(CLONE_NEWUSER));
  say("mount", mount("none", "/tmp", "no-such-file-system", 0, ""));
  say("keyctl", syscall(SYS_keyctl, 0, -3, 0));
  say("bpf", syscall(SYS_bpf, 0, 0, 0));
  say("perf", syscall(SYS_perf_event_open, 0, 0, -1, -1, 0));
  say("io_uring", syscall(SYS_io_uring_setup, 1, path));
  say("userfault", syscall(SYS_userfaultfd, 1));
  say("memfd", syscall(SYS_memfd_create, "x", 0));
  say("shm", shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600));
  say("root", setuid(0) < 0 || seteuid(0) < 0 ? -1 : geteuid() == 0 && readable("/etc/shadow") >= 0 ? 0 : (errno = EPERM, -1));
  execl("/bin/sh", "sh", "-c", "echo exec ok", (char *)0);
  say("exec", -1);
  return 0;
}
