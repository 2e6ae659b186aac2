import { openFiles } from "@/lib/kernel/access/case-files";
import { wrapKey } from "@/lib/kernel/access/vault";
import { readArrival } from "@/lib/operations/arrivals/queries";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { askExport } from "@/lib/operations/exports/ask-export";
import { noteExport } from "@/lib/operations/exports/note-export";
import { checkRows } from "@/lib/operations/imports/commands/check-rows";
import { noteRows } from "@/lib/operations/imports/commands/note-rows";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { saveMapping } from "@/lib/operations/imports/commands/save-mapping";
import { readImport } from "@/lib/operations/imports/queries";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { freshBytes, webStreamOf } from "../files";
import { csvOf, listHeaders, listRow, sendList } from "../list-file";
import { plantPlainExhibit } from "../plain-file";
import { plantRequest } from "../plant-request";
import { plantTestCode } from "../plant-test-code";
import { forJobs, type Row, type Table } from "./row";
import type { World } from "./world";

const reason = "Said in one whole sentence.";
const forImporters = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "case.import",
  by: "boss",
  log,
  input,
  ...more,
});
const counts = (log: string, input: Row["input"]): Row =>
  forJobs(log, input, { otherwise: { because: "It counts, for its own organisation.", namesNothing: true } });

/** A list whose bytes arrived; its rows are noted here as the job notes what the sandbox read. */
const sent = async ({ boss }: World) => ({ importId: await sendList(boss.ctx, csvOf([listHeaders, listRow()])) });

const rows = () => [
  { row: 2, cells: listRow() },
  { row: 3, cells: listRow({ Matter: "" }) },
];
const ending = { format: "csv", problem: null, notes: null };

async function read(world: World) {
  const list = await sent(world);
  await noteRows(world.org.service(), { ...list, headers: listHeaders, rows: rows(), ending });
  return list;
}

async function mapped(world: World) {
  const list = await read(world);
  const { mapping } = await readImport(world.boss.ctx, list.importId);
  return { ...list, ...mapping };
}

async function checking(world: World) {
  const form = await mapped(world);
  await saveMapping(world.boss.ctx, form);
  return { importId: form.importId };
}

async function checked(world: World) {
  const list = await checking(world);
  await checkRows(world.org.service(), list);
  return list;
}

async function running(world: World) {
  const list = await checked(world);
  await runImport(world.boss.ctx, { ...list, twins: "leave_out" });
  return list;
}

const ofCase = async (world: World) => ({
  exportId: (await askExport(world.boss.ctx, { caseId: await world.newCase(), reason })).id,
});

async function ready(world: World) {
  const folder = await ofCase(world);
  const built = { fileId: newId(), size: 1, sha256: "0".repeat(64), files: 1, cases: 1 };
  await noteExport(world.org.service(), { ...folder, built });
  return folder;
}

const written = () => ({ madeAt: Date.now(), zone: "Africa/Johannesburg" });
const takes = (waited: object) => ({ id: newId(), sentAt: Date.now(), waited: { ...written(), ...waited } });
const arrived = async ({ worker }: World) => ({
  arrivalId: (await takeArrival(worker.ctx, takes({ kind: "note", words: "She phoned." }))).id,
});

/** Its bytes are in the storage, and nothing says so yet. */
async function arriving({ worker: { ctx } }: World) {
  const bytes = freshBytes(50);
  const hash = sha256(bytes).toString("hex");
  const { id: arrivalId } = await takeArrival(ctx, takes({ kind: "file", size: bytes.length, sha256: hash }));
  const files = await openFiles(ctx, (await readArrival(ctx, arrivalId)).keyId);
  return { arrivalId, ...(await files.receive(webStreamOf(bytes), { maxBytes: 1000 })) };
}

const forInstallation = (log: string, input: Row["input"]): Row => ({
  needs: "people.write",
  by: "admin",
  log,
  input,
  otherwise: { because: "It is about the installation, for its own organisation.", namesNothing: true },
});

const forAuthors = (log: string, input: Row["input"], otherwise?: Row["otherwise"]): Row => ({
  needs: "case.write",
  by: "worker",
  log,
  input,
  otherwise,
});

export const operations: Table = {
  "operations/arrivals/take-arrival": forAuthors(
    "arrival.received",
    () => takes({ kind: "note", words: "She phoned." }),
    { because: "The device makes the id, and what it sends names no record.", made: ["id"], namesNothing: true },
  ),
  "operations/arrivals/keep-arrived-file": forAuthors("arrival.whole", arriving, {
    because: "The storage makes the id of the file.",
    made: ["fileId"],
  }),
  "operations/arrivals/note-placed": forAuthors(
    "arrival.placed",
    async (world) => ({ ...(await arrived(world)), caseId: await world.newCase() }),
    { because: "It is on no case yet, so any case of its author's may take it.", anotherCase: "done" },
  ),
  "operations/arrivals/set-arrival-aside": forAuthors("arrival.set_aside", arrived),
  "operations/arrivals/set-offline": {
    needs: "people.write",
    by: "admin",
    log: "offline.turned",
    input: () => ({ on: true }),
    otherwise: { because: "It is about the whole organisation.", namesNothing: true },
  },
  "operations/installation/ask-test-mail": forInstallation("installation.mail_tested", () => ({})),
  "operations/installation/prove-mail": forInstallation("installation.mail_proved", async ({ org, admin }) => ({
    code: await plantTestCode(org, admin),
  })),
  "operations/installation/skip-step": forInstallation("installation.step_skipped", () => ({
    step: "scanner",
    skip: "yes",
  })),
  "operations/backups/note-backup": counts("backup.made", () => ({ what: "made", rows: 1, files: 1 })),
  "operations/key-rotation/note-retired": counts("keys.retired", () => ({ key: "0123abcd" })),
  "operations/key-rotation/rewrap-keys": counts("keys.rotated", () => ({})),
  "operations/tidying/note-tidied": counts("files.tidied", () => ({ removed: 3, spared: 0 })),
  "operations/tidying/note-sealed": forJobs(
    "exhibit.sealed",
    async ({ worker, caseId }) => {
      const { id } = await plantPlainExhibit(worker.ctx, caseId, freshBytes(50));
      return { of: "exhibit", id, fileId: newId() };
    },
    {
      otherwise: {
        because: "What is not there has no file to seal; the file's id is made by the job.",
        made: ["fileId"],
        abroad: "conflict",
        foreign: { id: "conflict" },
      },
    },
  ),
  "operations/exports/ask-export": {
    needs: "case.export",
    by: "boss",
    log: "export.asked",
    proof: "any",
    input: async (world) => ({ caseId: await world.newCase(), reason }),
  },
  "operations/exports/ask-access": {
    needs: "case.export",
    by: "boss",
    log: "export.asked",
    proof: "any",
    input: async ({ boss }) => ({ requestId: (await plantRequest(boss, {}, { until: "granted" })).requestId }),
  },
  "operations/exports/decide-export": {
    needs: "export.release",
    by: "second",
    log: "export.released",
    proof: "passkey",
    input: async ({ boss }) => ({ exportId: (await askExport(boss.ctx, { reason })).id, decision: "release" }),
  },
  "operations/exports/note-export": forJobs(
    "export.failed",
    async (world) => ({
      ...(await ofCase(world)),
      failed: "Error",
    }),
    { otherwise: { because: "What the job built is in the storage already.", left: ["built.fileId"] } },
  ),
  "operations/exports/take-export": {
    needs: "case.export",
    by: "boss",
    log: "export.downloaded",
    proof: "passkey",
    input: ready,
  },
  "operations/imports/start-import": forImporters(
    "import.started",
    ({ boss }) => {
      const keyId = newId();
      const wrapped = wrapKey(newToken(), boss.ctx.orgId, keyId);
      return { keyId, wrapped, fileId: newId(), fileName: "a.csv", size: 1, sha256: "0".repeat(64) };
    },
    {
      otherwise: {
        because: "The file was sealed a moment before by the product itself, under a key of its own.",
        inside: ["keyId", "fileId"],
        namesNothing: true,
      },
    },
  ),
  "operations/imports/note-rows": forJobs("import.rows_read", async (world) => ({
    ...(await sent(world)),
    headers: listHeaders,
    rows: rows(),
    ending,
  })),
  "operations/imports/save-mapping": forImporters("import.mapped", mapped),
  "operations/imports/check-rows": forJobs("import.checked", checking),
  "operations/imports/correct-row": forImporters("import.row_mended", async (world) => ({
    ...(await checked(world)),
    row: 3,
    cells: listRow(),
  })),
  "operations/imports/take-bad-rows": forImporters("import.bad_rows_taken", checked),
  "operations/imports/run-import": forImporters("import.run", async (world) => ({
    ...(await checked(world)),
    twins: "leave_out",
  })),
  "operations/imports/bring-in-rows": forImporters("import.rows_brought_in", running),
  "operations/imports/stop-import": forImporters("import.stopped", running),
  "operations/imports/clear-list": forJobs("import.cleared", checked),
};
