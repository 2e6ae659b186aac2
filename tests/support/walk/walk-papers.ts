import { confidenceLabels } from "@/lib/casework/cases/labels";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { readDocument } from "@/lib/documents/papers/queries";
import type { DocumentBlock } from "@/lib/documents/papers/types";
import { readKeptText } from "@/lib/evidence/exhibits/read-kept-text";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { templatesFor } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { differ, sorted } from "./compare";
import type { CasePages } from "./read-pages";

/** Papers about the whole case in which the record is told field by field. */
const wanted = ["us-ic3-sheet", "interpol-briefing-facts", "za-sworn-statement", "us-fbi-tip"];

/** Drafts the sheets and statements that the pair has, and compares each field and row with the record. */
export async function walkPapers(ctx: Ctx, playbook: Playbook, pages: CasePages): Promise<string[]> {
  const offered = templatesFor(playbook).filter(({ key }) => wanted.includes(key));
  const found: string[] = [];
  const seen = await seenAddresses(ctx, pages);
  for (const template of offered) {
    const { key, signers } = template;
    const { id } = await draftDocument(ctx, { caseId: pages.row.id, template: key, signer: signers[0] });
    const { body } = await readDocument(ctx, pages.row.id, id);
    const lines = [
      ...comparePaper(body.blocks, pages),
      ...field(body.blocks, ["IP address, with UTC time"], seen),
      ...told(template, body.blocks, pages),
    ];
    found.push(...lines.map((line) => `${pages.row.code} ${key}: ${line}`));
  }
  return found;
}

/** What servers saw of the mails that an act or an identifier rests on, with the second in UTC. */
async function seenAddresses(ctx: Ctx, { exhibits, incidents, identifiers }: CasePages): Promise<string[]> {
  const acts = incidents
    .filter(({ kind }) => kind === "act")
    .flatMap((incident) => incident.exhibits.map(({ id }) => id));
  const linked = new Set([...acts, ...identifiers.flatMap(({ exhibitId }) => exhibitId ?? [])]);
  const mails = exhibits.filter(({ id, look }) => look?.kind === "eml" && linked.has(id));
  const texts = await Promise.all(mails.map(({ id }) => readKeptText(ctx, id)));
  return texts.flatMap((text) =>
    (text?.mail?.hops ?? []).flatMap(({ seenIp, atUtc }) =>
      seenIp && atUtc ? [`${seenIp} at ${atUtc.slice(0, 19).replace("T", " ")} UTC`] : [],
    ),
  );
}

function comparePaper(blocks: readonly DocumentBlock[], pages: CasePages): string[] {
  const { subjects, identifiers, references, exhibits } = pages;
  const table = (head: string) =>
    blocks.flatMap((block) => (block.kind === "table" && block.head[0] === head ? block.rows : []));
  const column = (head: string, at: number) => sorted(table(head).map((row) => row[at]));
  const hasTable = (head: string) => blocks.some((block) => block.kind === "table" && block.head[0] === head);
  const accounts = subjects.flatMap((subject) => subject.accounts);
  const issued = references.filter((reference) => reference.counts);
  const sure = (kind: string) =>
    identifiers
      .filter((identifier) => identifier.kind === kind)
      .map(({ value, confidence }) =>
        confidence === "confirmed" ? value : `${value} (${confidenceLabels[confidence].toLowerCase()})`,
      );
  return [
    ...field(blocks, ["Phone", "Telephone numbers"], sure("phone")),
    ...field(blocks, ["E-mail", "E-mail addresses"], sure("email")),
    ...field(
      blocks,
      ["Website or profile"],
      accounts.flatMap(({ url }) => url ?? []),
    ),
    ...field(
      blocks,
      ["Name", "Name and aliases"],
      subjects.flatMap(({ allegedName }) => allegedName ?? []),
    ),
    ...(hasTable("Platform")
      ? differ("accounts", {
          paper: sorted(table("Platform").map((row) => `${row[1]} ${row[2]}`)),
          board: sorted(accounts.map((account) => `${account.handle} ${account.platformId ?? "–"}`)),
        })
      : []),
    ...(hasTable("Subject")
      ? differ("identifiers", { paper: column("Subject", 2), board: sorted(identifiers.map(({ value }) => value)) })
      : []),
    ...(hasTable("Kind")
      ? differ("numbers", {
          paper: sorted(table("Kind").map((row) => `${row[0]} ${row[1]}`)),
          case: sorted(issued.map((reference) => `${reference.label} ${reference.display}`)),
        })
      : []),
    ...(hasTable("Exhibit")
      ? differ("exhibits", { paper: column("Exhibit", 0), case: sorted(exhibits.map(({ label }) => label)) })
      : []),
  ];
}

/** Each value of the record stands in the field: which may say more, such as of which subject it is. */
function field(blocks: readonly DocumentBlock[], labels: readonly string[], values: readonly string[]): string[] {
  const at = blocks.findIndex((block) => block.kind === "heading" && /Subject|Identifiers/.test(block.text));
  if (at < 0) return [];
  const found = blocks.slice(at).find((block) => block.kind === "field" && labels.includes(block.label));
  if (found?.kind !== "field") return [];
  const missing = values.filter((value) => !found.value.includes(value));
  return missing.length > 0 ? [`${found.label} lacks ${missing.join(", ")}: it says "${found.value}"`] : [];
}

/** A list of the template became one paragraph for each thing of it: some group of paragraphs has these codes and no others. */
function told({ blocks: asked }: DocumentTemplate, blocks: readonly DocumentBlock[], pages: CasePages): string[] {
  const groups = Map.groupBy(
    blocks.flatMap((block) => (block.kind === "numbered" && /\.[IC]-\d+$/.test(block.id) ? [block.id] : [])),
    (id) => id.slice(0, id.lastIndexOf(".")),
  );
  const codes = new Set([...groups.values()].map((ids) => sorted(ids.map((id) => id.split(".").at(-1))).join(" ")));
  const lists = {
    acts: pages.incidents.filter(({ kind }) => kind === "act"),
    knowledge: pages.incidents.filter(({ knowledgeText }) => knowledgeText !== null),
  };
  return (["acts", "knowledge"] as const).flatMap((name) => {
    const isAsked = asked.some((block) => block.kind === "numbered" && block.each === name);
    const wanted = sorted(lists[name].map(({ code }) => code)).join(" ");
    return isAsked && wanted && !codes.has(wanted)
      ? [`${name} are ${wanted}, and it tells ${[...codes].join(" or ")}`]
      : [];
  });
}
