/** No `server-only`: the doctor imports it directly. */

export type Architecture = "x64" | "arm64";

/** `browser` is for what draws a saved page: it may start processes, which share memory and talk over pairs of sockets. */
export type FilterKind = "reader" | "browser";

/** Calls that no reader of a file needs, with their numbers on x86_64 and aarch64; null where the machine has no such call. */
const refused: Record<string, readonly [x64: number | null, arm64: number | null]> = {
  // Sockets of every family, and file descriptors handed over through one that is open.
  socket: [41, 198],
  socketpair: [53, 199],
  connect: [42, 203],
  bind: [49, 200],
  listen: [50, 201],
  accept: [43, 202],
  accept4: [288, 242],
  sendto: [44, 206],
  sendmsg: [46, 211],
  sendmmsg: [307, 269],
  // Other processes.
  fork: [57, null],
  vfork: [58, null],
  execveat: [322, 281],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  process_mrelease: [448, 448],
  kcmp: [312, 272],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  pidfd_send_signal: [424, 424],
  kill: [62, 129],
  tkill: [200, 130],
  tgkill: [234, 131],
  rt_sigqueueinfo: [129, 138],
  rt_tgsigqueueinfo: [297, 240],
  setpriority: [141, 140],
  ioprio_set: [251, 30],
  sched_setaffinity: [203, 122],
  sched_setscheduler: [144, 119],
  sched_setparam: [142, 118],
  sched_setattr: [314, 274],
  move_pages: [279, 239],
  migrate_pages: [256, 238],
  // Namespaces and mounts.
  unshare: [272, 97],
  setns: [308, 268],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  open_tree_attr: [467, 467],
  // File modes and owners: Landlock does not cover these.
  chmod: [90, null],
  fchmod: [91, 52],
  fchmodat: [268, 53],
  fchmodat2: [452, 452],
  chown: [92, null],
  fchown: [93, 55],
  lchown: [94, null],
  fchownat: [260, 54],
  utime: [132, null],
  utimes: [235, null],
  futimesat: [261, null],
  utimensat: [280, 88],
  setxattr: [188, 5],
  lsetxattr: [189, 6],
  fsetxattr: [190, 7],
  setxattrat: [463, 463],
  removexattr: [197, 14],
  lremovexattr: [198, 15],
  fremovexattr: [199, 16],
  removexattrat: [466, 466],
  file_setattr: [469, 469],
  mknod: [133, null],
  mknodat: [259, 33],
  // Named shared memory, and programs that are not files.
  shmget: [29, 194],
  shmat: [30, 196],
  shmctl: [31, 195],
  semget: [64, 190],
  msgget: [68, 186],
  mq_open: [240, 180],
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  // Parts of the kernel that faults were often found in, and what only an administrator does.
  keyctl: [250, 219],
  add_key: [248, 217],
  request_key: [249, 218],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  fanotify_init: [300, 262],
  fanotify_mark: [301, 263],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  acct: [163, 89],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  syslog: [103, 116],
  vhangup: [153, 58],
  personality: [135, 92],
  iopl: [172, null],
  ioperm: [173, null],
  modify_ldt: [154, null],
};

/** The C library tries these first and falls back if the kernel reports itself as too old. */
const unknown: Record<string, readonly [x64: number, arm64: number]> = {
  clone3: [435, 435],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
};

/** What a browser needs of the calls above among its own processes. None of them makes a socket that reaches anything. */
const neededByBrowser = new Set([
  "socketpair",
  "sendto",
  "sendmsg",
  "fork",
  "vfork",
  "kill",
  "tkill",
  "tgkill",
  "memfd_create",
  "setpriority",
  "chmod",
  "fchmod",
  "fchmodat",
  "fchmodat2",
]);

/** Flags of `clone` that make a namespace. */
const NEW_NAMESPACES = 0x7e020080;

const machines = {
  x64: { column: 0, audit: 0xc000003e, clone: 56, prlimit: 302 },
  arm64: { column: 1, audit: 0xc00000b7, clone: 220, prlimit: 261 },
} as const;

const KILL = 0x80000000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const ALLOW = 0x7fff0000;

/** Offsets in `struct seccomp_data`. */
const NUMBER = 0;
const MACHINE = 4;
const FIRST_ARGUMENT = 16;

/** Calls of 32 bits in a process of 64 bits (x32) carry this bit, and would get past a list of numbers. */
const X32 = 0x40000000;
const CLONE_THREAD = 0x00010000;

const LOAD = 0x20;
const IF_EQUAL = 0x15;
const IF_AT_LEAST = 0x35;
const IF_ANY_BIT = 0x45;
const RETURN = 0x06;

/** The architecture of this process, where there is a filter for it. */
export function thisArchitecture(): Architecture | null {
  return process.arch === "x64" || process.arch === "arm64" ? process.arch : null;
}

/** The names of the calls that the filter does not let through. */
export const refusedCalls = (): string[] => [...Object.keys(refused), ...Object.keys(unknown)];

/**
 * A compiled seccomp filter (an array of `struct sock_filter`) as `bwrap --seccomp` and `setpriv --seccomp-filter` take
 * it. It refuses what is listed above, and lets a process make threads and no processes.
 */
export function seccompFilter(architecture: Architecture, kind: FilterKind = "reader"): Buffer {
  const { column, audit, clone, prlimit } = machines[architecture];
  const numbers = (calls: Record<string, readonly (number | null)[]>) =>
    Object.entries(calls).flatMap(([name, pair]) =>
      kind === "browser" && neededByBrowser.has(name) ? [] : (pair[column] ?? []),
    );
  const program: Instruction[] = [
    [LOAD, MACHINE],
    [IF_EQUAL, audit, 1, 0],
    [RETURN, KILL],
    [LOAD, NUMBER],
    ...(architecture === "x64"
      ? ([
          [IF_AT_LEAST, X32, 0, 1],
          [RETURN, KILL],
        ] satisfies Instruction[])
      : []),
    ...numbers(refused).flatMap((number) => answer(number, EPERM)),
    ...numbers(unknown).flatMap((number) => answer(number, ENOSYS)),
    ...(kind === "browser" ? newProcess(clone) : newThread(clone)),
    // Its own limits only.
    [IF_EQUAL, prlimit, 0, 3],
    [LOAD, FIRST_ARGUMENT],
    [IF_EQUAL, 0, 1, 0],
    [RETURN, EPERM],
    [RETURN, ALLOW],
  ];
  return Buffer.concat(program.map(compile));
}

/** A new thread, not a process. */
const newThread = (clone: number): Instruction[] => [
  [IF_EQUAL, clone, 0, 4],
  [LOAD, FIRST_ARGUMENT],
  [IF_ANY_BIT, CLONE_THREAD, 1, 0],
  [RETURN, EPERM],
  [RETURN, ALLOW],
];

/** A new process or thread, in the namespaces that it has. */
const newProcess = (clone: number): Instruction[] => [
  [IF_EQUAL, clone, 0, 4],
  [LOAD, FIRST_ARGUMENT],
  [IF_ANY_BIT, NEW_NAMESPACES, 0, 1],
  [RETURN, EPERM],
  [RETURN, ALLOW],
];

type Instruction = [code: number, value: number, ifTrue?: number, ifFalse?: number];

const answer = (number: number, result: number): Instruction[] => [
  [IF_EQUAL, number, 0, 1],
  [RETURN, result],
];

function compile([code, value, ifTrue = 0, ifFalse = 0]: Instruction): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(ifTrue, 2);
  bytes.writeUInt8(ifFalse, 3);
  bytes.writeUInt32LE(value, 4);
  return bytes;
}
