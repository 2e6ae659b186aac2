/** Tries what a file that took over the child would try, and says on stdout how each attempt ended. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";

const { secret, port, wish } = JSON.parse(process.argv[2]);
const attempt = (act) => {
  try {
    return String(act()).slice(0, 40);
  } catch (error) {
    return error.code ?? error.name;
  }
};

/** One frame, on its way before anything else happens. */
function tell(words) {
  const json = Buffer.from(JSON.stringify(words));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(json.length);
  writeSync(1, Buffer.concat([lengths, json]));
}

if (wish === "javascript memory") for (const hog = []; ; ) hog.push(new Array(100_000).fill(hog.length));
if (wish === "buffer memory") {
  for (const hog = []; ; hog.push(Buffer.alloc(50_000_000, 1))) tell({ held: hog.length * 50_000_000 });
}
if (wish === "processor") for (;;) Math.random();
if (wish === "silence") setInterval(() => undefined, 1000);
if (wish === "nothing") process.exit(1);
if (wish === "noise") process.stdout.write(Buffer.alloc(1_000_000, 0xff));

const network = await new Promise((resolve) => {
  if (port === undefined) return resolve("not tried");
  const socket = connect({ port, host: "127.0.0.1" }, () => resolve("connected"));
  socket.on("error", (error) => resolve(error.code));
});

if (wish === undefined) {
  const said = {
    passwords: attempt(() => readFileSync("/etc/passwd")),
    secret: attempt(() => readFileSync(secret)),
    parentsEnvironment: attempt(() => readFileSync(`/proc/${process.ppid}/environ`)),
    write: attempt(() => writeFileSync("/tmp/crossdocket-probe", "x")),
    run: attempt(() => execFileSync("/bin/id")),
    thread: attempt(() => new Worker("1", { eval: true })),
    environment: Object.keys(process.env).filter((name) => name !== "PWD").length,
    network,
  };
  tell(said);
}
