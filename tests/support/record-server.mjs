import childProcess from "node:child_process";
import dgram from "node:dgram";
import fs, { appendFileSync, mkdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { join } from "node:path";

// Loaded first in every process of a server under test: writes down where it connects to, and all that it says. The
// launcher gives its children few variables, so it is handed on to those of them that are ours.
const { E2E_RECORD: folder = "", NODE_OPTIONS: options = "" } = process.env;
mkdirSync(folder, { recursive: true });
const note = (file, text) => appendFileSync(join(folder, file), text);

/** `/path/of/a/socket`, or `host:port`. */
function placeOf([first, second]) {
  const given = Array.isArray(first) ? first[0] : first;
  if (typeof given === "object" && given !== null) return given.path ?? `${given.host ?? "localhost"}:${given.port}`;
  if (typeof given === "string" && !/^\d+$/.test(given)) return given;
  return `${typeof second === "string" ? second : "localhost"}:${given}`;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  note("outbound", `${placeOf(args)}\n`);
  return connect.apply(this, args);
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  note("outbound", `udp ${args.filter((one) => typeof one !== "object" && typeof one !== "function").join(" ")}\n`);
  return send.apply(this, args);
};

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write;
  stream.write = function (chunk, ...rest) {
    note("said", chunk);
    return write.call(this, chunk, ...rest);
  };
}

// The log writes past the streams, straight to their numbers.
for (const name of ["write", "writeSync"]) {
  const write = fs[name];
  fs[name] = (fd, chunk, ...rest) => {
    if (fd === 1 || fd === 2) note("said", chunk);
    return write(fd, chunk, ...rest);
  };
}

const spawn = childProcess.spawn;
childProcess.spawn = (command, args, how) => {
  const ours = how?.env?.CROSSDOCKET_LIFELINE;
  return spawn(command, args, ours ? { ...how, env: { ...how.env, E2E_RECORD: folder, NODE_OPTIONS: options } } : how);
};

syncBuiltinESMExports();
