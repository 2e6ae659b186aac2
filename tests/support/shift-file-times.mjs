import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

// The times of files come from the kernel, which shift-clock.c does not reach: they are moved by as much here.
// `TEST_CLOCK_SHIFT=864000 node --import shift-file-times.mjs`
const shift = Number(process.env.TEST_CLOCK_SHIFT ?? 0) * 1000;
const times = ["atime", "mtime", "ctime", "birthtime"];

function moved(stats) {
  if (!stats || typeof stats.mtimeMs !== "number") return stats;
  for (const name of times) {
    const ms = stats[`${name}Ms`] + shift;
    stats[`${name}Ms`] = ms;
    stats[name] = new Date(ms);
  }
  return stats;
}

/** A time as utimes takes it, in the file system's own clock: seconds, their text, or a date. */
const unmoved = (time) => (time instanceof Date ? new Date(time.getTime() - shift) : Number(time) - shift / 1000);

function wrapRead(owner, name) {
  const real = owner[name];
  owner[name] = function (...args) {
    const done = args.at(-1);
    if (typeof done === "function") {
      return real.call(this, ...args.slice(0, -1), (error, stats) => done(error, moved(stats)));
    }
    const result = real.apply(this, args);
    return result instanceof Promise ? result.then(moved) : moved(result);
  };
}

function wrapWrite(owner, name, at) {
  const real = owner[name];
  owner[name] = function (...args) {
    args[at] = unmoved(args[at]);
    args[at + 1] = unmoved(args[at + 1]);
    return real.apply(this, args);
  };
}

if (shift !== 0) {
  for (const name of ["stat", "lstat", "fstat"]) {
    wrapRead(fs, name);
    wrapRead(fs, `${name}Sync`);
    if (name !== "fstat") wrapRead(promises, name);
  }
  for (const name of ["utimes", "lutimes", "futimes"]) {
    wrapWrite(fs, name, 1);
    wrapWrite(fs, `${name}Sync`, 1);
    if (name !== "futimes") wrapWrite(promises, name, 1);
  }
  const probe = await promises.open(process.execPath);
  const handle = Object.getPrototypeOf(probe);
  await probe.close();
  wrapRead(handle, "stat");
  wrapWrite(handle, "utimes", 0);
  syncBuiltinESMExports();
}
