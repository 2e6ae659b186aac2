import "server-only";
import type { DangerQuestion } from "@/lib/casework/danger/types";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { PrintPlan } from "@/lib/evidence/exhibits/input";
import { readCovers } from "@/lib/evidence/redactions/read-covers";
import type { WordCover } from "@/lib/evidence/redactions/types";
import { heldOf } from "@/lib/evidence/scans/held-of";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { checkWord } from "../check-word";
import { computeFacts } from "../facts/compute-facts";
import type { DraftContent } from "../input";
import { packetKinds } from "../labels";
import { receiversOf } from "../rules";
import { plainZone } from "../sections/shared/zone-rules";
import type { PacketKindKey } from "../types";
import { addressParts } from "./addresses";
import { type Chat, readChats, withMessages } from "./chats";
import { type Covers, withCovers } from "./covered";
import { dangerOf, dangerPart } from "./danger";
import { type DerivedFile, printedOf, printPlanOf, readingsOf } from "./derived";
import { emergencyPart } from "./emergency";
import { chosenExhibits, exhibitParts } from "./exhibits";
import { changesBetween, holderParts } from "./history";
import { incidentParts } from "./incidents";
import { harmParts } from "./knowledge";
import { lawParts, withStatements } from "./law";
import type { Secret } from "./leaks";
import { ncbPart } from "./ncb";
import { referenceParts } from "./numbers";
import { type PaperRecord, paperParts, readPapers } from "./papers";
import { accountParts, clientIdParts, matterOf, subjectParts } from "./people";
import { lookedAt } from "./pictures";
import { keptParts, preservationPart } from "./preservations";
import { type CaseRecord, type Earlier, readCase, readEarlier } from "./read-case";
import { type RefusalRecord, readRefusal, refusalPart } from "./refusals";
import { officerPart, releaseParts } from "./releases";
import { requestPart } from "./request";
import {
  type PacketSnapshot,
  type PacketSnapshotInput,
  type SnapshotPicture,
  snapshotSchema,
  type Transcript,
} from "./snapshot";
import { withSpoken } from "./spoken";
import { statuteParts } from "./statutes";
import { withTranslations } from "./translations";
import { exhibitCode, iso, staffCode } from "./words";

/** What the packet is, before anything of the case is read. */
export type PacketFacts = {
  /** None yet for a draft that is only checked. */
  id?: string;
  caseId: string;
  code: string;
  kind: PacketKindKey;
  number: number;
  version: number;
  draftedBy: string;
  draft: DraftContent;
};

/** One original to prepare: where its bytes are. */
export type ExhibitFile = {
  id: string;
  code: string;
  fileId: string | null;
  sha256: string;
  size: number;
  name: string;
  mime: string;
  /** How it goes on paper, and what was made from it for that. */
  print: PrintPlan | null;
  made: DerivedFile[];
  /** What a machine read in its pictures. */
  readings: DerivedFile[];
  /** Why none of its own bytes may leave; null if they may. */
  held: string | null;
  /** Why its original was sealed when it was decided on: it stays so, also when a cover is taken back. Null before. */
  sealedThen: string | null;
  /** It shows somebody intimately: its original is only shown in person. */
  intimate?: boolean;
  /** Its pictures that a person checked. */
  looks: SnapshotPicture[];
  /** The chat that was read of it, or its words as they were decided on. */
  words: { chat: Chat | null; covers: readonly WordCover[] } | { decided: Transcript | null };
  /** Its transcript by hand covers a value of the client: the recording says it aloud. */
  saysProtected: boolean;
  /** Why it travels although it acts when it is opened; null: then it stays. */
  sentActive: string | null;
};

/** `covers`: what people covered in exhibits of the case, searched for in the rest of the packet. */
export type Taken = {
  snapshot: PacketSnapshot;
  files: ExhibitFile[];
  secrets: Secret[];
  covers: Covers;
};

/**
 * Reads the case in the transaction of `ctx` and freezes what the packet will say. No protected value is printed from
 * it by design; `secrets` lets the leak check find one that a person typed into a text.
 * @throws AppError not_found
 */
export async function takeSnapshot(ctx: TxCtx, facts: PacketFacts): Promise<Taken> {
  const read = await readCase(ctx, facts.caseId);
  const rows = chosenExhibits(read, facts.draft);
  const ids = rows.map((row) => row.id);
  const vault = await openVault(ctx, read.case.keyId);
  const covers = await readCovers(ctx, vault, { caseId: facts.caseId });
  const chats = await readChats(ctx, vault, read, ids);
  const record = withCovers(withMessages(read, chats), covers, chats);
  const earlier = await readEarlier(ctx, facts, record.case.keyId);
  const filesStopped = await isStopped(ctx, facts.caseId);
  const papers = await readPapers(ctx, vault, facts.caseId);
  const about = facts.kind === "refusal_complaint" ? facts.draft.refusal : "";
  const refusal = about ? await readRefusal(ctx, vault, facts.caseId, about) : null;
  const danger = dangerOf(read);
  const more = { now: ctx.now, law: await readLaw(ctx), filesStopped, papers, refusal, danger, chats, covers };
  const composed = withStatements(compose(record, earlier, rows, facts, more));
  const input = withSpoken(withTranslations(composed, record, rows, { chats, covers }), record, rows, covers);
  const before = openPrevious(vault, earlier);
  const held = await heldOf(ctx, ids);
  const changes = before ? changesBetween(before, input) : [];
  const known = [...covers.values()].flat().map(({ id }) => id);
  return {
    snapshot: withFacts(snapshotSchema.parse({ ...input, changes, covers: known })),
    files: rows.map((row, i) => ({
      id: row.id,
      code: input.exhibits?.[i]?.code ?? "",
      fileId: row.fileId,
      sha256: row.sha256,
      size: row.size,
      name: input.exhibits?.[i]?.files[0]?.name ?? "",
      mime: typeof row.look.mime === "string" ? row.look.mime : "application/octet-stream",
      print: printPlanOf(row),
      made: printedOf(record.derived, row.id),
      readings: readingsOf(record.derived, row.id),
      held: held.get(row.id) ?? null,
      sealedThen: null,
      intimate: row.sensitivity === "intimate",
      looks: lookedAt(record, row.id),
      words: { chat: chats.get(row.id) ?? null, covers: covers.get(row.id) ?? [] },
      saysProtected: (input.exhibits?.[i]?.spoken?.covered ?? []).length > 0,
      sentActive: input.exhibits?.[i]?.sentActive ?? null,
    })),
    secrets: record.client.secrets,
    covers: byCode(record.exhibits, covers),
  };
}

function byCode(rows: CaseRecord["exhibits"], covers: Covers): Covers {
  return new Map(rows.map((row) => [exhibitCode(row), covers.get(row.id) ?? []]));
}

/** Facts that several sections use are computed here, once. */
const withFacts = (snapshot: PacketSnapshot): PacketSnapshot => ({ ...snapshot, facts: computeFacts(snapshot) });

type More = {
  now: Date;
  law: Law;
  filesStopped: boolean;
  papers: readonly PaperRecord[];
  refusal: RefusalRecord | null;
  danger: DangerQuestion;
  chats: ReadonlyMap<string, Chat>;
  covers: Covers;
};

function compose(
  record: CaseRecord,
  earlier: Earlier,
  rows: CaseRecord["exhibits"],
  facts: PacketFacts,
  { now, law, filesStopped, papers, refusal, danger, chats, covers }: More,
): PacketSnapshotInput {
  const { draft } = facts;
  const playbook = findPlaybook(record.case.pair, record.case.playbookVersion, law);
  const home = playbook?.home.zone ?? "UTC";
  const chosen = new Set(rows.map((row) => row.id));
  const subject = subjectParts(record, chosen);
  const numbers = referenceParts(record, playbook, chosen, law);
  const docket =
    numbers.references?.filter((reference) => reference.type === "cas" && reference.state === "issued") ?? [];
  const { stated, ...stating } = paperParts(record, papers, chosen, {
    law,
    home,
    refusalId: refusal?.row.id ?? "",
    witnesses: refusal?.witnesses ?? null,
  });
  const stageSources = docket.length > 0 ? docket.map((reference) => reference.code) : ["case record"];
  return {
    packet: {
      no: facts.code,
      version: facts.version,
      checkWord: facts.id ? checkWord(facts.id) : null,
      kind: facts.kind,
      builtAt: iso(now),
      supersedes: earlier.previous?.builtAt
        ? { version: earlier.previous.version, builtAt: iso(earlier.previous.builtAt) }
        : null,
      preparedBy: staffCode(record, facts.draftedBy),
    },
    org: { name: record.org.name, liaisonEmail: record.org.deskEmail, liaisonPhone: record.org.deskPhone },
    receivers: receiversOf(draft),
    ...officerPart(record, civilDate(now, home)),
    zones: {
      home,
      other: subject.zone ? { ...subject.zone, name: plainZone(subject.zone.zone).replace(/ Time$/, "") } : null,
    },
    case: {
      clientCode: record.client.code,
      subjectCode: subject.subjectCode,
      pair: record.case.pair,
      homeCountry: playbook?.home.name,
      otherCountry: playbook?.there.name,
      homeDemonym: playbook?.home.demonym,
      otherDemonym: playbook?.there.demonym,
      matter: matterOf(record),
      stage: draft.stage ? { text: draft.stage, sources: stageSources } : null,
      screened: draft.screened === "" ? null : draft.screened === "clear",
      filesStopped,
      danger: dangerPart(record, danger),
      clientIds: clientIdParts(record, law),
      subjectIdentity: subject.subjectIdentity,
      subjectIdentifiers: subject.subjectIdentifiers,
      ...harmParts(record, chosen),
    },
    ...numbers,
    ...incidentParts(record, chosen, stated),
    ...accountParts(record, chosen, law),
    kept: keptParts(record, civilDate(now, home), law),
    ...lawParts(record, { chosen, chats, covers }, law, home),
    ...statuteParts(record, law),
    request: requestPart(record, draft, {
      kind: facts.kind,
      law,
      references: numbers.references,
      home,
      today: civilDate(now, home),
    }),
    ...exhibitParts(record, rows, draft, home),
    ...addressParts(record, chosen),
    ...releaseParts(record, home, chosen),
    ...holderParts(earlier.holders, home),
    ...stating,
    ...kindParts(record, facts, { playbook, law, home, now, chosen, refusal, papers, references: numbers.references }),
  };
}

type KindSetting = {
  playbook: Playbook | null;
  law: Law;
  home: string;
  now: Date;
  chosen: ReadonlySet<string>;
  refusal: RefusalRecord | null;
  papers: readonly PaperRecord[];
  references: PacketSnapshotInput["references"];
};

/** What only one kind of packet prints is only in the snapshots of that kind. */
function kindParts(
  record: CaseRecord,
  { kind, draft }: PacketFacts,
  setting: KindSetting,
): Partial<PacketSnapshotInput> {
  const { asks } = packetKinds[kind];
  const today = civilDate(setting.now, setting.home);
  return {
    ...(asks.includes("emergency") ? emergencyPart(record, draft) : {}),
    ...(asks.includes("ncb") ? ncbPart(record, draft, setting) : {}),
    ...(asks.includes("letter") ? preservationPart(record, draft, { ...setting, today }) : {}),
    ...(setting.refusal ? refusalPart(record, setting.refusal, setting.chosen, { ...setting, today }) : {}),
  };
}

/** The snapshot of the version before; null when there is none, or it was made under rules that no longer read it. */
function openPrevious(vault: Vault, { previous }: Earlier): PacketSnapshot | null {
  if (!previous?.snapshot) return null;
  const text = vault.open({ table: "packets", column: "snapshot", row: previous.id }, previous.snapshot);
  const parsed = snapshotSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
