import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { handoverPapers } from "@/db/schema";
import { keepPaper } from "@/lib/handover/papers/commands/keep-paper";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCertificate } from "@/tests/support/plant-papers";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
});

test("keeps no receipt that nobody acknowledged, nothing for another version, nothing twice", async () => {
  const { packetId, handoverId } = await plantCertificate({ org, worker, officer });
  const [kept] = await withTransaction(org.service(), "read only", ({ db }) =>
    db.select().from(handoverPapers).where(eq(handoverPapers.packetId, packetId)),
  );
  if (!kept) throw new Error("No certificate was kept.");
  const bytes = Buffer.from("A paper").toString("base64");
  const { number, name, sha256, pages, manifestSha256, signer, stamped, throughId } = kept;
  const told = { number, name, sha256, pages, manifestSha256, signer, stamped };
  const made = { ...told, id: newId(), packetId, handoverId, throughId, pdf: bytes, p7s: bytes };
  const keep = (changed: Record<string, unknown>) => keepPaper(org.service(), { ...made, ...changed });
  const refused = { code: "conflict" };
  await expect(keep({ paper: "receipt" })).rejects.toMatchObject(refused);
  await expect(keep({ paper: "certificate" })).rejects.toMatchObject(refused);
  await expect(keep({ paper: "certificate", number: 2, throughId: newId() })).rejects.toMatchObject(refused);
  await expect(keep({ paper: "slip", manifestSha256: "b".repeat(64) })).rejects.toMatchObject(refused);
  const write = (row: Partial<typeof kept>) =>
    withTransaction(org.service(), "read write", ({ db }) =>
      db.insert(handoverPapers).values({ ...kept, id: newId(), number: 2, ...row }),
    );
  // The database refuses the receipt as well, and no paper is changed.
  await expect(write({ paper: "receipt" })).rejects.toSatisfy(refusedByPostgres);
  const change = withTransaction(org.service(), "read write", ({ db }) =>
    db.update(handoverPapers).set({ name: "other.pdf" }).where(eq(handoverPapers.id, kept.id)),
  );
  await expect(change).rejects.toSatisfy(refusedByPostgres);
});
