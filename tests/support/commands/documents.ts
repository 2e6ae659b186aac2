import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
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

export const documents: Table = {
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
    needs: "case.read",
    by: "worker",
    log: "document.downloaded",
    input: async (world) => ({ ...(await drafted(world)), format: "docx" }),
  },
};
