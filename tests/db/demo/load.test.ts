import { beforeAll, expect, test } from "vitest";
import { listAuthorities } from "@/lib/authorities/queries";
import { readCaseHeader } from "@/lib/cases/queries";
import { listCharges } from "@/lib/charges/queries";
import { listDocuments, readDocument } from "@/lib/documents/queries";
import { getReference, listReferences } from "@/lib/references/queries";
import { at, type Demo, loadDemoAt } from "../../support/month-of-mail";

/** What the demonstration shows, loaded by its own loader at an instant that stands still. */
let demo: Demo;
const idOf = (pseudonym: string) => demo.opened.get(pseudonym) ?? "";

beforeAll(async () => {
  demo = await loadDemoAt(at("2026-11-24", "08:00"));
}, 120_000);

const papersOf = async (pseudonym: string) =>
  (await listDocuments(demo.cast.supervisor.ctx, idOf(pseudonym))).rows.map(
    ({ template, state, sentOn }) => `${template} ${state}${sentOn ? `, sent ${sentOn}` : ""}`,
  );

test("papers stand in every state, in both directions", async () => {
  expect(await papersOf("Honeybush")).toEqual(["za-detective-follow-up draft", "za-sworn-statement sworn"]);
  expect(await papersOf("Weaver")).toEqual([
    "za-refusal-secretariat draft",
    "za-refusal-station-commander final, sent 2026-11-01",
  ]);
  expect(await papersOf("Cardinal")).toEqual(["za-pha-facts draft", "us-declaration-1746 sworn"]);
});

test("what was sworn has no question left open, and nobody speaks of the client in it", async () => {
  const { supervisor } = demo.cast;
  for (const name of ["Honeybush", "Cardinal"]) {
    const { rows } = await listDocuments(supervisor.ctx, idOf(name));
    const sworn = await readDocument(supervisor.ctx, idOf(name), rows.find((row) => row.state === "sworn")?.id ?? "");
    expect(sworn.gaps, name).toEqual([]);
    expect(sworn.sworn, name).not.toBeNull();
    const said = sworn.body.blocks.flatMap((block) => (block.kind === "numbered" ? [block.text] : []));
    expect(
      said.filter((text) => /\bthe client\b/i.test(text)),
      name,
    ).toEqual([]);
  }
});

test("numbers show a corrected one, a kept warning and a sealed PIN", async () => {
  const { ctx } = demo.cast.supervisor;
  const honeybush = await listReferences(ctx, idOf("Honeybush"));
  expect(honeybush.filter((one) => one.warnings.length > 0).map((one) => one.kind)).toEqual([
    "protection_order_application",
  ]);
  const ic3 = await getReference(ctx, honeybush.find((one) => one.kind === "ic3")?.id ?? "");
  expect(ic3.history.map((line) => line.change)).toEqual(["recorded", "amended"]);
  const hash = (await listReferences(ctx, idOf("Karee"))).find((one) => one.kind === "stopncii");
  expect((await getReference(ctx, hash?.id ?? "")).secrets).toMatchObject([{ label: "PIN", destroyed: false }]);
});

test("an authority is on file, a charge is tied to proof, and one case is closed", async () => {
  const { ctx } = demo.cast.supervisor;
  expect(await listAuthorities(ctx, idOf("Honeybush"))).toMatchObject([
    { process: "harassment_order", state: "in_force" },
  ]);
  const [charge] = await listCharges(ctx, idOf("Honeybush"));
  expect(charge?.elements.map((one) => one.exhibits.length > 0)).not.toContain(false);
  expect((await readCaseHeader(ctx, idOf("Rooibos"))).closedAt).not.toBeNull();
});
