import { type Revealable, revealable } from "@/lib/casework/clients/types";
import type { DocumentTemplate, ListName, TemplateBlock } from "@/lib/law/jurisdictions/document-types";
import { findOffence, findRemedy, inForceOn, type Law, templatesFor } from "@/lib/law/jurisdictions/rules";
import type { LegalSource, Offence, Platform, Playbook } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { missingWords, selfSaved, tableHeads } from "./labels";
import type {
  AnnexureRow,
  DocumentBlock,
  DocumentBody,
  DocumentFacts,
  FactItem,
  Gap,
  VersionView,
  WordedBlock,
} from "./types";
import { readNote, speak, speakItem } from "./voice/rules";

const token = /\{([a-zA-Z0-9_.]+)\}/g;
const marker = /\[([^[\]]+): not recorded\]/g;

type Values = Readonly<Record<string, string | null>>;
type Filling = {
  facts: DocumentFacts;
  marks: ReadonlyMap<string, string>;
  /** How the paper calls the client, and one of its annexures. */
  calls: string | null;
  annexure: string;
};
type Names = DocumentFacts["names"];

/** `D-03` */
export const documentCode = (number: number): string => `D-${String(number).padStart(2, "0")}`;

/**
 * The template of this key that fits the playbook; or the first of this kind, so that a link from elsewhere need not know
 * whose words a paper is in.
 */
export function fittingTemplate(keyOrKind: string, playbook: Playbook, law: Law): DocumentTemplate | null {
  const fitting = templatesFor(playbook, law);
  const kind = keyOrKind.replaceAll("-", "_");
  return fitting.find(({ key }) => key === keyOrKind) ?? fitting.find((template) => template.kind === kind) ?? null;
}

/** The citation of the first provision that a document relies on and that is not in force on that day, or null. */
export function lawNotInForce(template: DocumentTemplate, on: CivilDate, law: Law): string | null {
  for (const key of template.law) {
    const offence = findOffence(key, law);
    if (offence && !inForceOn(offence, on)) return offence.citation;
    const remedy = findRemedy(key, law);
    if (remedy && !stands(remedy, on)) return remedy.citation;
    if (!offence && !remedy) return key;
  }
  return null;
}

function stands(
  { inForce, inForceFrom, inForceUntil }: Pick<Offence, "inForce" | "inForceFrom" | "inForceUntil">,
  on: CivilDate,
): boolean {
  if (inForce === "no" || (inForceFrom && on < inForceFrom)) return false;
  return !(inForceUntil && on > inForceUntil);
}

/** A title for lists, without what it takes from the case: `Sworn statement`. */
export function plainTitle(template: DocumentTemplate): string {
  return template.title.replace(/\s+(of|for|about|by|to)?\s*\{[^}]+\}/g, "").trim();
}

/** Every token that the texts of a template name. */
export function tokensOf(template: DocumentTemplate): string[] {
  const texts = [template.title, ...template.addressee, ...template.blocks.flatMap(textsOf)];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(token)].map((found) => found[1] ?? "")))];
}

/** What of the client's sealed details drafting this paper opens, and writes into it. */
export function opensOf(template: DocumentTemplate): Revealable[] {
  const tokens = tokensOf(template);
  return revealable.filter((field) => tokens.includes(`client.${field}`));
}

/** Whether a paper has a table or paragraphs of this list. */
export function namesList(template: DocumentTemplate, list: ListName): boolean {
  return template.blocks.some(
    (block) => (block.kind === "table" && block.of === list) || (block.kind === "numbered" && block.each === list),
  );
}

export const hasAnnexures = (template: DocumentTemplate): boolean =>
  template.blocks.some((block) => block.kind === "annexures");

/** The acts and other events, by code, of which a paper has a paragraph. */
export function toldIn(body: DocumentBody): ReadonlySet<string> {
  return new Set(
    body.blocks.flatMap((block) => (block.kind === "numbered" ? (/\.([IC]-\d+)$/.exec(block.id)?.[1] ?? []) : [])),
  );
}

/** Why a paper does not fit where the client is at home, or null. */
export function notFromHere({ clientIn }: DocumentTemplate, playbook: Playbook): string | null {
  return clientIn && clientIn.country !== playbook.home.code ? clientIn.otherwise : null;
}

/** Where the law data says that a provider's data is held; left out where it does not say. */
type Provider = Platform & { heldIn?: { country: string | null; byUser?: Readonly<Record<string, string>> } | null };

/** Why a paper does not fit the provider of the chosen account, or null, also where nobody knows where that is. */
export function notThatProvider({ providerIn }: DocumentTemplate, provider: Provider | null): string | null {
  const { country = null, byUser = {} } = provider?.heldIn ?? {};
  const countries = country ? [country] : Object.values(byUser);
  return providerIn && countries.length > 0 && !countries.includes(providerIn.country) ? providerIn.otherwise : null;
}

function textsOf(block: TemplateBlock): string[] {
  if (block.kind === "field") return [block.value];
  if (block.kind === "table") return [block.caption];
  if (block.kind === "annexures") return [block.mark];
  if (block.kind === "oath") return [block.heading, ...block.lines];
  return block.kind === "signature" ? [block.who] : [block.text];
}

/**
 * Puts the facts of a case into a template. What is not recorded becomes a visible blank, never a guess. The same
 * template and facts give the same paper, and each piece keeps its id when facts are added.
 */
export function fillTemplate(template: DocumentTemplate, told: DocumentFacts): DocumentBody {
  const facts = inVoice(told, template.voice?.calls ?? null);
  const filling = {
    facts,
    marks: annexureMarks(template, facts),
    calls: template.voice?.calls ?? null,
    annexure: annexuresOf(template)?.called ?? "annexure",
  };
  const ids = new Map<string, number>();
  return {
    title: fillText(template.title, facts.values, facts.names),
    addressee: template.addressee.map((line) => fillText(line, facts.values, facts.names)).filter(Boolean),
    blocks: template.blocks.flatMap((block) => {
      // The id is taken in any case, so that a block keeps it when the situation changes.
      const id = idOf(block, ids);
      return block.when && block.when !== (facts.situation ?? "no_number") ? [] : fillBlock(block, id, filling);
    }),
  };
}

/** What the case is about, as the paper calls the client. Who was there stays as it was typed: packets mask it by that. */
function inVoice(facts: DocumentFacts, calls: string | null): DocumentFacts {
  const matter = facts.values["case.matter"];
  if (!matter || calls === null) return facts;
  return { ...facts, values: { ...facts.values, "case.matter": speak(matter, calls).text } };
}

/** Where the law in each piece was read, by the piece's id; paragraphs made from a list share theirs. */
export function sourcesOf(template: DocumentTemplate): ReadonlyMap<string, readonly LegalSource[]> {
  const ids = new Map<string, number>();
  return new Map(
    template.blocks.flatMap((block) => {
      const id = idOf(block, ids);
      return "sources" in block && block.sources ? [[id, block.sources] as const] : [];
    }),
  );
}

/** Named after its own words and not after its place, so that a new piece above does not rename those below. */
function idOf(block: TemplateBlock, used: Map<string, number>): string {
  const words = block.kind === "field" ? block.label : (textsOf(block)[0] ?? "");
  let hash = 2166136261;
  for (const char of `${block.kind}|${words}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  const id = `${block.kind.slice(0, 3)}-${hash.toString(36)}`;
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

const annexuresOf = (template: DocumentTemplate) => template.blocks.find((block) => block.kind === "annexures");

/** The mark of each exhibit, `A1` and on in the order of the exhibits, when the paper has annexures. */
function annexureMarks(template: DocumentTemplate, facts: DocumentFacts): ReadonlyMap<string, string> {
  const list = annexuresOf(template);
  if (!list) return new Map();
  const mark = fillText(list.mark, facts.values);
  return new Map(facts.lists.exhibits.map((exhibit, i) => [exhibit.code, `${mark}${i + 1}`]));
}

function fillBlock(block: TemplateBlock, id: string, filling: Filling): DocumentBlock[] {
  const { facts } = filling;
  const fill = (text: string) => fillText(text, facts.values, facts.names);
  switch (block.kind) {
    case "heading":
      return [{ id, kind: "heading", text: fill(block.text) }];
    case "notice":
      return [{ id, kind: "notice", text: fill(block.text), ...(block.inside ? { inside: true } : {}) }];
    case "paragraph":
      return [worded(id, "paragraph", fill(block.text))];
    case "numbered":
      if (!block.each) return [worded(id, "numbered", fill(block.text))];
      return eachOf(filling, block.each).map((item) => {
        const text = fillText(block.text, { ...facts.values, ...item.values }, facts.names);
        return worded(`${id}.${item.code}`, "numbered", item.sure ? text : `${text} ${readNote}`);
      });
    case "prompt":
      return [
        { id, kind: "prompt", asks: fill(block.text), text: known(fill(block.value ?? "")), must: block.must ?? null },
      ];
    case "field":
      return [fieldOf(block, id, facts)];
    case "table":
      return [
        {
          id,
          kind: "table",
          caption: fill(block.caption),
          ...tableOf(eachOf(filling, block.of), block.of),
        },
      ];
    case "annexures": {
      const rows = eachOf(filling, "exhibits").map((item) => annexureOf(item, filling.marks));
      return [{ id, kind: "annexures", rows, ...(block.called ? { called: block.called } : {}) }];
    }
    case "oath":
      return [{ id, kind: "oath", heading: fill(block.heading), lines: block.lines.map(fill), blanks: block.blanks }];
    case "signature":
      return [{ id, kind: "signature", who: fill(block.who), blanks: block.blanks }];
  }
}

function worded(id: string, kind: "paragraph" | "numbered", text: string): DocumentBlock {
  return { id, kind, text, gaps: gapsIn(text) };
}

/** Nothing, where all of it is missing. */
const known = (text: string): string => (text.replace(marker, "").trim() === "" ? "" : text);

/** A line of a form is empty rather than bracketed when all of it is missing: somebody copies it into a form. */
function fieldOf(block: Extract<TemplateBlock, { kind: "field" }>, id: string, facts: DocumentFacts): DocumentBlock {
  const text = fillText(block.value, facts.values, facts.names);
  const { label, confidential, whenKnown } = block;
  const value = known(text);
  const rest = { hint: block.hint ?? null, choices: block.choices ?? null, must: block.must ?? null };
  return { id, kind: "field", label, value, confidential, ...(whenKnown ? { whenKnown } : {}), ...rest };
}

/**
 * The things of a list, as the paper says them. Where it has annexures, an exhibit is named with its mark; one who swears
 * names only what is annexed.
 */
function eachOf({ facts, marks, calls, annexure }: Filling, list: ListName): (FactItem & { sure: boolean })[] {
  return (facts.lists[list] ?? []).map((item) => {
    const said = calls === null ? { ...item, sure: true } : speakItem(item, calls);
    const named = said.values.exhibits;
    if (!named) return said;
    const text = calls === "I" ? annexed(named, marks, annexure) : withMarks(named, marks);
    return { ...said, values: { ...said.values, exhibits: text } };
  });
}

const exhibitCode = /E-\d+/g;

function withMarks(named: string, marks: ReadonlyMap<string, string>): string {
  return named.replace(exhibitCode, (code) =>
    marks.has(code) ? t("{code} (annexure {code2})", { code, code2: marks.get(code) }) : code,
  );
}

/** `annexure A1 (E-01)`; null when nothing of it is annexed. */
function annexed(named: string, marks: ReadonlyMap<string, string>, called: string): string | null {
  const known = (named.match(exhibitCode) ?? []).filter((code) => marks.has(code));
  return known.map((code) => `${called} ${marks.get(code)} (${code})`).join(", ") || null;
}

function tableOf(items: readonly FactItem[], list: ListName): { head: string[]; rows: string[][] } {
  const columns = tableHeads[list];
  return {
    head: columns.map(([, head]) => head),
    rows: items.map((item) => columns.map(([key]) => item.values[key] ?? "–")),
  };
}

function annexureOf({ code, values }: FactItem, marks: ReadonlyMap<string, string>): AnnexureRow {
  const text = { description: values.description ?? "", sha256: values.sha256 ?? "" };
  return { mark: marks.get(code) ?? code, exhibit: code, ...text };
}

/** `[[ on {platform}]]`: left out when one of its values is not recorded. */
const optional = /\[\[(.*?)\]\]/gs;

/** A text with its tokens filled. A missing value becomes `[client's name: not recorded]`. */
function fillText(text: string, values: Values, names: Names = {}): string {
  const kept = text.replace(optional, (_, piece: string) =>
    [...piece.matchAll(token)].every(([, name]) => values[name ?? ""]) ? piece : "",
  );
  return kept.replace(
    token,
    (_, name: string) => values[name] || t("[{value}: not recorded]", { value: names[name] ?? missingWords(name) }),
  );
}

/** What the blanks in a text are waiting for. */
export function gapsIn(text: string): string[] {
  return [...new Set([...text.matchAll(marker)].map((found) => found[1] ?? ""))];
}

/** The words of a piece that a person may change, or null for a piece that is drawn from the record. */
export function wordsOf(block: DocumentBlock): string | null {
  if (block.kind === "field") return block.value;
  return isWorded(block) ? block.text : null;
}

export function isWorded(block: DocumentBlock): block is WordedBlock {
  return ["heading", "paragraph", "numbered", "prompt", "field"].includes(block.kind);
}

/** Everything that is still missing, in the order of the paper. What must be filled says by whose rule. */
export function gapsOf(body: DocumentBody): Gap[] {
  return body.blocks.flatMap((block): Gap[] => {
    if (block.kind === "prompt") {
      const open = block.text.trim() === "" || gapsIn(block.text).length > 0;
      return open ? [{ blockId: block.id, what: block.must?.element ?? block.asks, must: block.must }] : [];
    }
    if (block.kind === "field") {
      const open = block.value.trim() === "" || gapsIn(block.value).length > 0;
      return open ? [{ blockId: block.id, what: block.must?.element ?? block.label, must: block.must }] : [];
    }
    if (block.kind !== "paragraph" && block.kind !== "numbered") return [];
    return gapsIn(block.text).map((what) => ({ blockId: block.id, what, must: null }));
  });
}

/** Blanks in brackets that would be printed: no paper is final with one. */
export function bracketsIn(body: DocumentBody): Gap[] {
  const title = gapsIn([body.title, ...body.addressee].join("\n")).map((what) => ({
    blockId: "title",
    what,
    must: null,
  }));
  const inBlocks = body.blocks.flatMap((block) => {
    const text = block.kind === "table" ? block.rows.flat().join("\n") : (wordsOf(block) ?? "");
    return gapsIn(text).map((what) => ({ blockId: block.id, what, must: null }));
  });
  return [...title, ...inBlocks];
}

/** How a piece is called in a list: the number of its paragraph, its label or its first words. */
export function blockName(body: DocumentBody, id: string): string {
  if (id === "title") return t("Title and receiver");
  let paragraph = 0;
  for (const block of body.blocks) {
    if (block.kind === "numbered" || block.kind === "prompt") paragraph += 1;
    if (block.id !== id) continue;
    if (block.kind === "numbered" || block.kind === "prompt") return t("Paragraph {paragraph}", { paragraph });
    if (block.kind === "field") return block.label;
    if (block.kind === "heading") return t('Heading "{text}"', { text: block.text });
    if (block.kind === "table") return block.caption;
    const text = wordsOf(block);
    return text
      ? t('Text "{value}{value2}"', { value: text.slice(0, 40), value2: text.length > 40 ? "…" : "" })
      : block.kind;
  }
  return t("A piece that was taken out");
}

/** The refusal of a state change in words, or null when it may happen. */
export function whyNot(
  act: "save" | "refresh" | "finalise" | "swear" | "send" | "withdraw" | "reopen",
  { state, sentOn }: { state: string; sentOn: string | null },
): string | null {
  if (state === "withdrawn") return t("This document was withdrawn. Draft a new one.");
  if (act === "withdraw") return null;
  if (act === "save" || act === "refresh") {
    return state === "draft" ? null : t("This document is final. Reopen it to change its text.");
  }
  if (act === "finalise") return state === "draft" ? null : t("This document is already final.");
  if (act === "swear") {
    if (state === "sworn") return t("This document is already sworn.");
    return state === "final" ? null : t("Make the document final first: what is sworn must no longer change.");
  }
  if (act === "send") {
    if (sentOn) return t("This document is already marked as sent.");
    return state === "draft" ? t("Make the document final first.") : null;
  }
  if (state === "sworn") return t("This document was sworn, so its text can no longer change. Draft a new one.");
  if (sentOn) return t("This document was sent, so its text can no longer change. Draft a new one.");
  return state === "final" ? null : t("This document is already a draft.");
}

/** How long automatic saves count as one. */
const burst = 10 * 60_000;

/** Versions as a list shows them, the newest first: of saves that one person's pauses made in a row, only the last. */
export function shownVersions(versions: readonly VersionView[]): VersionView[] {
  const shown: VersionView[] = [];
  for (const version of versions) {
    const last = shown.at(-1);
    const bySelf = last?.note === selfSaved && version.note === selfSaved && last.savedBy === version.savedBy;
    if (!bySelf || last.savedAt.getTime() - version.savedAt.getTime() > burst) shown.push(version);
  }
  return shown;
}
