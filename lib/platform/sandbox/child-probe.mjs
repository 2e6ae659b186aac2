/**
 * Runs in the confinement without Node's permission model, as a file that took over the child would: tries to read, to
 * reach and to do what it must not, and says by names alone what it got. See confinement.ts.
 */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

const { secrets, parent, folders, draws } = JSON.parse(process.argv[2] ?? "{}");

const works = (act) => {
  try {
    return act() !== false;
  } catch {
    return false;
  }
};

/** A folder counts when something is in it: the way to what the child needs is made of folders that hold nothing else. */
const canRead = (path) => works(() => closeSync(openSync(path, "r")) && readFileSync(path)) || canList(path);
const canList = (path) => works(() => readdirSync(path).some((name) => !knownFolder(join(path, name))));
const ownPlaces = [process.execPath, import.meta.dirname];
const knownFolder = (path) => ownPlaces.some((own) => `${own}/`.startsWith(`${path}/`)) || isEmptyWay(path);
const isEmptyWay = (path) => works(() => readdirSync(path)) && !canList(path);

/** How an attempt to open a connection ended: a socket that cannot even be made is refused with one of these. */
const noSocket = ["EPERM", "EACCES"];
const attempt = (to) =>
  new Promise((done) => {
    const socket = connect(to, () => done("connected"));
    socket.on("error", (error) => done(error.code));
  });

function canWrite(folder) {
  const path = join(folder, `crossdocket-probe-${process.pid}`);
  const wrote = works(() => writeFileSync(path, "x"));
  if (wrote) rmSync(path, { force: true });
  return wrote;
}

const reached = [];
if (!noSocket.includes(await attempt({ host: "127.0.0.1", port: 1 }))) reached.push("a network socket");
if (!noSocket.includes(await attempt({ path: "/run/crossdocket-probe" }))) reached.push("a Unix socket");

const processes = draws ? [] : [`/proc/${parent}/environ`, `/proc/${process.ppid}/environ`];
const read = [...secrets, ...processes].filter(canRead);
const did = [
  ...folders.filter(canWrite).map((folder) => `write in ${folder}`),
  ...(!draws && works(() => spawnSync(process.execPath, ["--version"]).status === 0) ? ["start a program"] : []),
  ...(!draws && works(() => process.kill(parent, 0)) ? ["signal its parent"] : []),
];
/** Counted before codecs set some of their own. bwrap sets the working directory, the root of the child's view. */
const environment = Object.keys(process.env).filter((name) => name !== "PWD").length;
/** What cannot even load its codecs would call every file broken. */
const readers = ["./child-picture.mjs", "./child-pdf.mjs", "./child-sheet.mjs", "./child-chat.mjs", "./child-ocr.mjs"];
const broken = await Promise.all(readers.map((name) => import(name))).then(
  () => null,
  (error) => String(error.code ?? error.message).slice(0, 100),
);
process.stdout.write(JSON.stringify({ broken, environment, read, reached, did }), () => process.exit(0));
