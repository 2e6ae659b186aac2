import { addForm } from "@/lib/documents/forms/commands/add-form";
import { describeForm } from "@/lib/documents/forms/commands/describe-form";
import { fillForm } from "@/lib/documents/forms/commands/fill-form";
import { savePlaces } from "@/lib/documents/forms/commands/save-places";
import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
import { newFiles } from "@/lib/kernel/access/case-files";
import { newId } from "@/lib/platform/ids";
import { answer, draft, finished } from "@/tests/db/documents/papers/drafting";
import { makeCaseToPrint } from "../case-to-print";
import { addExhibit } from "../exhibit";
import { plantAccount } from "../plant-matter";
import { plantRefusal } from "../refusal";
import { forWorkers, type Row, type Table } from "./row";
import type { World } from "./world";

const capture = {
  capturedAt: "2026-11-01T10:00",
  capturedZone: "Africa/Johannesburg",
  capturedBy: "The client",
  device: "Client's phone",
  tool: "Screen capture",
  timeSource: "device_clock",
};

const told = (world: World) => world.once("a case to print", () => makeCaseToPrint(world.org, world.worker));

const drafted = async (world: World) => ({
  documentId: await draft(world.worker.ctx, (await told(world)).caseId),
});
const final = async (world: World) => ({
  documentId: await finished(world.worker.ctx, (await told(world)).caseId),
});

const forWriters = (log: string, input: Row["input"], more: Partial<Row> = {}): Row =>
  forWorkers(log, input, { needs: "document.write", ...more });

const forKeepers = (log: string, input: Row["input"], otherwise?: Row["otherwise"]): Row => ({
  needs: "law.write",
  by: "admin",
  log,
  input,
  ...(otherwise ? { otherwise } : {}),
});

/** A form whose file nobody opens. */
function formOf(world: World) {
  const { keyId, wrapped } = newFiles(world.admin.ctx);
  return {
    keyId,
    wrapped,
    fileId: newId(),
    size: 1200,
    sha256: "a".repeat(64),
    sentSha256: "b".repeat(64),
    pages: [{ width: 595, height: 842 }],
    fields: [],
    removed: [],
  };
}

const place = {
  field: null,
  option: null,
  box: { page: 1, x: 20, y: 20, w: 80, h: 6 },
  kind: "text",
  label: "Case number",
  origin: "fact",
  fact: "case.code",
  words: null,
  answer: null,
  size: 10,
  multiline: false,
};

const kept = async (world: World) => ({ formId: (await addForm(world.admin.ctx, formOf(world))).id });

const offered = (world: World) =>
  world.once("an offered form", async () => {
    const { formId } = await kept(world);
    await describeForm(world.admin.ctx, { formId, body: "Invented Office", name: "Application" });
    await savePlaces(world.admin.ctx, { formId, mapping: 0, places: [place] });
    return { formId };
  });

const filled = async (world: World) => ({
  filledId: (await fillForm(world.worker.ctx, { caseId: world.caseId, ...(await offered(world)) })).id,
});

export const documents: Table = {
  "documents/forms/add-form": forKeepers("form.added", formOf, {
    because: "It is the organisation's own; its key and its file were made before it.",
    made: ["keyId", "fileId"],
    left: ["follows"],
    namesNothing: true,
  }),
  "documents/forms/describe-form": forKeepers("form.described", async (world) => ({
    ...(await kept(world)),
    body: "Invented Office",
    name: "Application",
  })),
  "documents/forms/save-places": forKeepers("form.mapped", async (world) => ({
    ...(await kept(world)),
    mapping: 0,
    places: [place],
  })),
  "documents/forms/retire-form": forKeepers("form.retired", kept),
  "documents/forms/fill-form": forWriters(
    "form.filled",
    async (world) => ({ caseId: world.caseId, ...(await offered(world)) }),
    {
      otherwise: {
        because: "A form is the organisation's and fits every case; account and refusal are chosen in a list.",
        left: ["accountId", "refusalId"],
        anotherCase: "done",
      },
    },
  ),
  "documents/forms/keep-filled-file": forWriters(
    "form.made",
    async (world) => ({
      ...(await filled(world)),
      fileId: newId(),
      sha256: "c".repeat(64),
      size: 1200,
      pages: 1,
    }),
    { otherwise: { because: "The file was stored before its record.", made: ["fileId"] } },
  ),
  "documents/forms/withdraw-filled-form": forWriters("form.withdrawn", filled),
  "documents/forms/take-filled-form": {
    needs: "paper.read",
    by: "worker",
    log: "form.downloaded",
    input: filled,
    otherwise: { because: "Its file was not made; the story of forms takes one.", ends: "not_found" },
  },
  "documents/certificates/draft-certificate": forWriters(
    "certificate.drafted",
    async ({ worker, caseId }) => {
      const { exhibitId } = await addExhibit(worker.ctx, caseId, Buffer.from("Certified bytes"), capture);
      await checkExhibit(worker.ctx, { exhibitId });
      return { caseId, certificate: "us-fre-902-14", exhibitIds: [exhibitId] };
    },
    {
      otherwise: {
        because: "Exhibits are ticked in a list.",
        anotherCase: "invalid exhibitIds",
        foreign: { "exhibitIds.0": "invalid exhibitIds" },
      },
    },
  ),
  "documents/papers/draft-document": forWriters(
    "document.drafted",
    async (world) => {
      const { caseId } = await told(world);
      const refusalId = await plantRefusal(world.worker.ctx, caseId, { office: `Station ${Date.now()}` });
      return { caseId, template: "za-refusal-station-commander", refusalId, signer: "client" };
    },
    {
      proof: "best",
      otherwise: {
        because: "The refusal is chosen in a list; no paper is about one and an account as well.",
        left: ["accountId"],
        anotherCase: "invalid refusalId",
        foreign: { refusalId: "invalid refusalId" },
      },
    },
  ),
  "documents/papers/save-document": forWriters("document.saved", async (world) => ({
    ...(await drafted(world)),
    expectedVersion: 1,
    texts: { "own-x": "New." },
  })),
  "documents/papers/refresh-document": forWriters(
    "document.refreshed",
    async (world) => {
      const paper = await drafted(world);
      await plantAccount(world.worker.ctx, (await told(world)).caseId, null);
      return { ...paper, expectedVersion: 1 };
    },
    { proof: "best" },
  ),
  "documents/papers/finalise-document": forWriters("document.finalised", async (world) => {
    const { caseId } = await told(world);
    const documentId = await draft(world.worker.ctx, caseId);
    const { row } = await answer(world.worker.ctx, caseId, documentId);
    return { documentId, expectedVersion: row.version };
  }),
  "documents/papers/reopen-document": forWriters("document.reopened", final),
  "documents/papers/swear-document": forWriters(
    "document.sworn",
    async (world) => ({
      ...(await final(world)),
      swornOn: new Date().toISOString().slice(0, 10),
      exhibitId: (await told(world)).exhibitIds[0],
    }),
    {
      otherwise: { because: "The signed paper is chosen in a list.", foreign: { exhibitId: "invalid exhibitId" } },
    },
  ),
  "documents/papers/mark-document-sent": forWriters("document.sent", async (world) => ({
    ...(await final(world)),
    sentOn: new Date().toISOString().slice(0, 10),
  })),
  "documents/papers/withdraw-document": forWriters("document.withdrawn", async (world) => ({
    ...(await drafted(world)),
    reason: "Drafted twice.",
  })),
  "documents/papers/download-document": {
    needs: "paper.read",
    by: "worker",
    log: "document.downloaded",
    input: async (world) => ({ ...(await drafted(world)), format: "docx" }),
  },
};
