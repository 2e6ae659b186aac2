import { checkPacket } from "./check-packet.mjs";
import { filesDropped } from "./drop.mjs";
import { groups, number } from "./say.mjs";
import { stops } from "./standing.mjs";
import { verdictOf } from "./verdict.mjs";

const by = (id) => document.getElementById(id);
const marks = {
  ok: "matches",
  note: "note",
  warn: "look at this",
  open: "not checked",
  stop: "do not act",
  bad: "does not match",
};
const order = ["bad", "stop", "open", "warn", "ok", "note"];
let running = 0;

/** Text is inserted as text: a name in a packet can never become markup of this page. */
function make(tag, text, className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

function show(report) {
  const [state, title, text] = verdictOf(report);
  const verdict = by("verdict");
  verdict.className = state;
  verdict.replaceChildren(make("h2", title), make("p", text));
  const rows = report.lines.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  by("lines").replaceChildren(...rows.map(rowOf));
  by("about").textContent = aboutOf(report);
  by("phone").hidden = !report.signed?.fingerprint;
  if (report.signed?.fingerprint) showSigner(report.signed);
  by("result").hidden = false;
  verdict.focus();
}

function rowOf({ state, what, said }) {
  const row = document.createElement("tr");
  const head = make("th", what);
  head.scope = "row";
  row.append(make("td", marks[state], `mark ${state}`), head, make("td", said));
  return row;
}

/** A list that was changed after it was signed is not quoted. */
function aboutOf({ list, lines, standing }) {
  if (!list || lines[0]?.state === "bad") return "";
  const { no, version, builtAt, supersedes, specimen } = list.packet;
  const before = supersedes ? ` It replaces version ${supersedes.version}.` : "";
  return `${no}, version ${version}, built ${builtAt.replace("T", " ").replace("Z", " UTC")}, by ${list.organisation?.name ?? "an unnamed organisation"}.${before}${standing === "approved" ? "" : ` ${stops[standing].said}`}${specimen ? " This is a specimen: everything in it is invented." : ""}`;
}

function showSigner({ fingerprint, subject, stamped }) {
  by("fingerprint").textContent = groups(fingerprint);
  const stamp = stamped ? " A time stamp is attached; this page does not check it." : "";
  by("subject").textContent =
    `The certificate calls itself “${subject}”. Anybody can write a name, so only the fingerprint counts.${stamp}`;
}

async function check(files) {
  if (files.length === 0) return;
  const run = ++running;
  const bar = by("bar");
  by("result").hidden = true;
  by("progress").hidden = false;
  const onProgress = (done, total, name) => {
    if (run !== running) throw new Error("superseded");
    bar.max = Math.max(total, 1);
    bar.value = done;
    by("doing").textContent =
      `Reading ${name}: ${number(Math.round(done / 1e6))} of ${number(Math.round(total / 1e6))} MB`;
  };
  try {
    const report = await checkPacket(files, onProgress);
    if (run === running) show(report);
  } catch (error) {
    if (run === running)
      show({
        lines: [
          {
            state: "bad",
            what: "Files",
            said: `A file could not be read: ${error.message}. Copy the folder to this computer and try again.`,
          },
        ],
      });
  }
  if (run === running) by("progress").hidden = true;
}

for (const id of ["folder", "files"]) by(id).addEventListener("change", (event) => check([...event.target.files]));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => {
  event.preventDefault();
  check(await filesDropped(event.dataTransfer));
});
