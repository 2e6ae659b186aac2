import type { ChecklistLine, CheckName } from "@/lib/law/jurisdictions/checklist-types";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { askItemSchema } from "@/lib/packets/packets/snapshot/snapshot-parts";

type Break = (snapshot: PacketSnapshot, line: ChecklistLine) => Partial<PacketSnapshot>;

const first = <T>(list: readonly T[], change: Partial<T>): T[] =>
  list.map((entry, i) => (i === 0 ? { ...entry, ...change } : entry));
const withCase =
  (change: Partial<PacketSnapshot["case"]>): Break =>
  (s) => ({ case: { ...s.case, ...change } });
const withRequest =
  (change: Partial<PacketSnapshot["request"]>): Break =>
  (s) => ({ request: { ...s.request, ...change } });
const withExhibit =
  (change: Partial<PacketSnapshot["exhibits"][number]>): Break =>
  (s) => ({ exhibits: first(s.exhibits, change) });
const withRelease =
  (change: Partial<PacketSnapshot["releases"][number]>): Break =>
  (s) => ({ releases: first(s.releases, change) });
const withBureau =
  (change: Partial<NonNullable<PacketSnapshot["ncb"]>>): Break =>
  (s) => ({ ncb: s.ncb && { ...s.ncb, ...change } });
const withRefusal =
  (change: Partial<NonNullable<PacketSnapshot["refusal"]>>): Break =>
  (s) => ({ refusal: s.refusal && { ...s.refusal, ...change } });
const withRow =
  (change: Partial<NonNullable<PacketSnapshot["preservation"]>["rows"][number]>): Break =>
  (s) => ({ preservation: s.preservation && { ...s.preservation, rows: first(s.preservation.rows, change) } });
const wanted = (line: ChecklistLine, key: string): string[] => {
  const list = line.with[key];
  return Array.isArray(list) ? list : [];
};

/** Lines that no snapshot can fail: the assembly prints what they ask for whatever the case holds. */
export const cannotFail: Partial<Record<CheckName, string>> = {
  notice_printed: "the cover of each kind prints its notice from the kind itself",
  blank_ruled: "the authority is always a ruled blank, for an official to complete",
  identity_stated: "where nothing is known the packet prints that it is not known",
  certification_stated: "where nothing is written the packet prints the suggested form and a ruled blank",
};

/** Lines that do not apply to the golden snapshots, and why. */
export const doesNotApply: Partial<Record<CheckName, string>> = {
  gain_asked: "the matter has no threat for gain; the broken one names the offence",
};

/** One thing taken away for each question that a line can ask. It must fail that line and no other. */
export const breaks: Partial<Record<CheckName, Record<string, Break>>> = {
  number_issued: {
    "the number is not yet issued": (s, line) => ({
      references: s.references.map((reference) =>
        wanted(line, "types").includes(reference.type)
          ? { ...reference, state: "not_yet_issued" as const, number: null }
          : reference,
      ),
    }),
    "no release names the officer who investigates": (s, line) =>
      line.with.officer ? { officer: null } : (breaks.number_issued?.["the number is not yet issued"]?.(s, line) ?? {}),
  },
  number_or_state: {
    "a type is missing": (s, line) => {
      const gone = line.with.oneIsEnough ? wanted(line, "types") : wanted(line, "types").slice(-1);
      return { references: s.references.filter((reference) => !gone.includes(reference.type)) };
    },
  },
  orders_have_country: {
    "an order names no country": (s) => ({
      references: s.references.map((reference) =>
        reference.type === "order" ? { ...reference, country: null } : reference,
      ),
    }),
  },
  stage_stated: { "no stage": withCase({ stage: null }) },
  screened: { "not screened": withCase({ screened: null }), "not clear": withCase({ screened: false }) },
  danger_stated: { "words of violence and no danger": withCase({ danger: null }) },
  danger_assessed: {
    "an act that nobody answered for": (s) => ({
      case: { ...s.case, danger: s.case.danger && { ...s.case.danger, open: ["I-8"] } },
    }),
    "marked as in danger since": (s) => ({
      case: { ...s.case, danger: s.case.danger && { ...s.case.danger, flagged: true } },
    }),
    "the day to look again is over": (s) => ({
      case: { ...s.case, danger: s.case.danger && { ...s.case.danger, reviewOn: "2026-11-23" } },
    }),
  },
  two_countries: { "one country": (s) => ({ case: { ...s.case, otherCountry: s.case.homeCountry } }) },
  offences_complete: {
    "no maximum": (s) => ({ charges: first(s.charges, { maximum: "" }) }),
  },
  in_force_on_acts: {
    "nobody knows since when": (s) => ({ charges: first(s.charges, { inForceFrom: null }) }),
    "begins after the first act": (s) => ({ charges: first(s.charges, { inForceFrom: "2026-09-03" }) }),
    "ended before the last act": (s) => ({ charges: first(s.charges, { inForceUntil: "2026-09-03" }) }),
  },
  in_force_relied_on: {
    "nobody knows since when there": (s) => ({
      pairs: s.pairs.map((pair, i) =>
        i === 0 ? { ...pair, other: { ...pair.other, inForceFrom: null, commonLaw: false } } : pair,
      ),
    }),
    // An offence here that is not in force fails the line on the dates of the acts too: it was in force on none.
    "begins there after every act": (s) => ({
      pairs: s.pairs.map((pair, i) =>
        i === 0 ? { ...pair, other: { ...pair.other, inForceFrom: "2027-01-01" } } : pair,
      ),
    }),
  },
  offences_paired: { "no pairing": () => ({ pairs: [] }) },
  content_needs_years: {
    "one year only": (s) => ({ pairs: s.pairs.map((pair) => ({ ...pair, other: { ...pair.other, maxYears: 1 } })) }),
  },
  content_needs_pair: {
    "no offence there": (s) => ({
      pairs: s.pairs.map((pair) => ({ ...pair, other: { ...pair.other, provision: "" } })),
    }),
  },
  elements_carried: {
    "an element with neither fact nor gap": (s) => ({
      pairs: first(s.pairs, { elements: [{ home: "a", other: "b", facts: "", shownBy: [], gap: " " }] }),
    }),
  },
  threat_gate: {
    "insult only": (s) => ({ incidents: s.incidents.map((incident) => ({ ...incident, tags: ["insult" as const] })) }),
    "no fact of knowledge": (s) => ({ events: s.events.map((entry) => ({ ...entry, knowledge: false })) }),
  },
  knowledge_where_charged: {
    "no fact of knowledge": (s) => ({ events: s.events.map((entry) => ({ ...entry, knowledge: false })) }),
  },
  knowledge_stated: {
    "no fact of knowledge": (s) => ({ events: s.events.map((entry) => ({ ...entry, knowledge: false })) }),
  },
  course_of_conduct: { "one act": (s) => ({ incidents: s.incidents.slice(0, 1) }) },
  acts_after: {
    "an act of 18 May 2025": (s) => ({
      incidents: s.incidents.map((incident) =>
        incident.code === "I-6" ? { ...incident, at: "2025-05-18T10:00:00Z" } : incident,
      ),
    }),
  },
  gain_asked: {
    "an offence for gain and no gain": (s) => ({
      charges: [...s.charges, ...first(s.charges, { provision: "18 USC 875(d)" }).slice(0, 1)],
    }),
  },
  acts_complete: {
    "an act with no account": (s) => ({ incidents: first(s.incidents, { account: null }) }),
    "an act with no words": (s) => ({ incidents: first(s.incidents, { words: null, note: null }) }),
  },
  accounts_have_entity: { "no entity": (s) => ({ accounts: first(s.accounts, { provider: null }) }) },
  accounts_have_id: { "no id": (s) => ({ accounts: first(s.accounts, { platformId: null }) }) },
  accounts_linked: {
    "no act and no link": (s) => ({
      accounts: first(s.accounts, { link: null }),
      incidents: s.incidents.filter((incident) => incident.account !== "A1"),
    }),
  },
  accounts_preserved: {
    "one account not kept": (s) => ({
      references: s.references.map((reference) => ({
        ...reference,
        accounts: reference.accounts.filter((code) => code !== "A1"),
      })),
    }),
    "keeping ran out": (s) => ({
      references: s.references.map((reference) =>
        reference.type === "preservation" ? { ...reference, expiresOn: "2026-11-23" } : reference,
      ),
    }),
  },
  identifiers_full: {
    "what the matter is": withCase({ matter: "" }),
    "no id at all": (s) => ({ accounts: s.accounts.map((account) => ({ ...account, platformId: null })) }),
  },
  ranges_in_utc: {
    "no last day": (s) => ({
      request: {
        ...s.request,
        items: s.request.items.map((item) => ({ ...item, rows: item.rows.map((row) => ({ ...row, to: null })) })),
      },
    }),
  },
  classes_named: { "no item": withRequest({ items: [], asks: [] }) },
  authority_behind: {
    "nobody at home": withRequest({ authority: { shownBy: [], missing: "No agent has the matter.", first: [] } }),
  },
  asks_read: {
    "an item rests on what nobody read": withRequest({
      asks: [
        askItemSchema.parse({
          no: 1,
          kind: "device-search",
          title: "Search of a device",
          holder: { name: "Police", entity: null, country: null },
          identifier: null,
          class: null,
          records: "The devices",
          from: null,
          to: null,
          process: { text: "Search and seizure" },
          because: { text: "The acts recorded" },
          unread: "What a court asks for was not read.",
        }),
      ],
    }),
  },
  purpose_stated: { "no purpose": withRequest({ purpose: [] }) },
  secrecy_stated: { "no reason": withRequest({ secrecy: null }) },
  urgency_stated: {
    "no reason": (s) => ({ ...withRequest({ urgency: [] })(s, {} as ChecklistLine), case: { ...s.case, urgent: [] } }),
  },
  old_acts_preserved: {
    "an old act, not kept": (s) => ({ incidents: first(s.incidents, { at: "2026-08-01T10:00:00Z", account: null }) }),
  },
  entity_and_route: { "no route": withRow({ route: null }), "no entity": withRow({ entity: null }) },
  letter_accounts_named: {
    "no id": (s) => ({ accounts: first(s.accounts, { platformId: null }) }),
    "no web address": (s) => ({ accounts: first(s.accounts, { url: null }) }),
    "no handle": (s) => ({ accounts: first(s.accounts, { handles: [] }) }),
  },
  letter_ranges: { "no first day": withRow({ from: null }) },
  letter_types: { "all data": withRow({ types: ["all available data"] }) },
  letter_clocks: { "no day": withRow({ expiresOn: null }) },
  gap_forecast: {
    "no forecast": (s) => ({ preservation: s.preservation && { ...s.preservation, forecast: null } }),
  },
  emergency_complete: {
    "one answer missing": (s) => ({ emergency: s.emergency && { ...s.emergency, whyNow: null } }),
  },
  receiver_named: {
    "nobody of that role": (s, line) => ({
      receivers: [
        ...s.receivers.filter((receiver) => !wanted(line, "roles").includes(receiver.role)),
        { role: "prosecutor" as const, name: "Prosecutor" },
      ],
    }),
  },
  receiver_fits: {
    "a body for other matters": (s) => ({
      receivers: s.receivers.map((receiver) =>
        receiver.role === "complaints_body"
          ? { ...receiver, name: "Independent Police Investigative Directorate" }
          : receiver,
      ),
    }),
  },
  bureau_purpose: { "no purpose": withBureau({ purpose: null }) },
  bureau_action: { "no action": withBureau({ action: null }), "no day": withBureau({ by: null }) },
  bureau_conditions: { "no conditions": withBureau({ conditions: null }) },
  receivers_released: {
    "nobody allowed the first receiver": (s) =>
      withRelease({ roles: s.releases[0]?.roles.filter((role) => role !== s.receivers[0]?.role) ?? [] })(
        s,
        {} as ChecklistLine,
      ),
    "ran out": withRelease({ expiresOn: "2026-11-23" }),
    revoked: withRelease({ revokedOn: "2026-11-24" }),
    "names no officer": withRelease({ officers: [] }),
    "its officer was taken off": (s, line) =>
      withRelease({
        officers: s.releases[0]?.officers.map((officer) => ({ ...officer, takenOffOn: "2026-11-23" })) ?? [],
      })(s, line),
  },
  exhibits_released: { "one exhibit only": withRelease({ exhibits: ["E-01"] }) },
  release_covers: {
    "ran out": withRelease({ expiresOn: "2026-11-23" }),
    narrower: withRelease({ exhibits: ["E-01"] }),
    "names no officer": withRelease({ officers: [] }),
  },
  transfer_ground: { "no ground": withRelease({ crossBorderBasis: null }) },
  exhibits_complete: {
    "no method": withExhibit({ method: null }),
    "captured after it was received": withExhibit({ capturedAt: "2026-09-09T10:00:00Z" }),
    "another hash": withExhibit({ rehashed: { at: "2026-11-24T09:40:00Z", same: false } }),
  },
  exhibits_once: {
    twice: (s) => ({ exhibits: [...s.exhibits, ...s.exhibits.slice(0, 1)] }),
    "named and not to be seen": (s) => ({
      exhibits: first(s.exhibits, { seenAs: "nothing" as const }),
      incidents: first(s.incidents, { exhibits: s.exhibits.slice(0, 1).map(({ code }) => code) }),
    }),
    "named and not there": (s) => ({ incidents: first(s.incidents, { exhibits: ["E-99"] }) }),
  },
  no_flags: { "no web address": withExhibit({ flags: ["needs_url"] }) },
  no_minor: {
    "a minor": withExhibit({ minor: true }),
    "not answered": withExhibit({ minor: null }),
    "files stopped": withCase({ filesStopped: true }),
  },
  statement_ready: {
    "a draft": (s) => ({ statements: [], papers: first(s.papers, { state: "draft" }) }),
  },
  statement_covers_acts: {
    "an act after the statement": (s) => ({ incidents: first(s.incidents, { statements: [] }) }),
  },
  annexures_there: {
    "an annexure that is not there": (s) => ({ papers: first(s.papers, { annexures: ["E-98"] }) }),
  },
  refusal_recorded: { "no office": withRefusal({ office: " " }) },
  refusal_officer: { "nobody named": withRefusal({ officer: null }) },
  refusal_words: { "no words": withRefusal({ words: null }) },
  refusal_witnesses: { "not said": withRefusal({ witnesses: null }) },
  refusal_basis: { "no basis": withRefusal({ basis: [] }) },
  refusal_rung: {
    "no rung here": (s) => withRefusal({ rungs: s.refusal?.rungs.slice(0, 1) ?? [] })(s, {} as ChecklistLine),
  },
  earlier_rungs_dated: {
    "no date": (s) => withRefusal({ rungs: first(s.refusal?.rungs ?? [], { since: null }) })(s, {} as ChecklistLine),
  },
  refusal_proof: { "no proof": withRefusal({ proof: null }) },
  authority_valid: {
    none: withRefusal({ authority: null }),
    "ran out": withRefusal({
      authority: { title: "a", signedOn: "2026-01-01", expiresOn: "2026-11-23", exhibit: null },
    }),
  },
  complainant_known: {
    "no identity number": withRefusal({ complainant: { name: true, identityNumber: false, contact: true } }),
  },
  recourse_sought: { "no final letter says it": withRefusal({ recourse: null }) },
  complaint_written: {
    "only the letter to another office": (s) => ({
      papers: s.papers.map((paper) =>
        paper.kind === "refusal_complaint" ? { ...paper, rung: "station-commander" } : paper,
      ),
    }),
    "a draft": (s) => ({
      papers: s.papers.map((paper) =>
        paper.kind === "refusal_complaint" ? { ...paper, state: "draft" as const } : paper,
      ),
    }),
  },
  nothing_protected: {
    "a protected name": (s) => ({ incidents: first(s.incidents, { words: "I know you, nomvula  DLAMINI" }) }),
    "a picture that nobody looked at": withExhibit({ pictures: [{ page: 1, sha256: "0".repeat(64), look: null }] }),
  },
  tells_of_client: {
    "a pronoun for the client": (s) => ({ incidents: first(s.incidents, { note: "It frightens her." }) }),
  },
  every_character_printed: {
    "a character of nobody": (s) => ({ incidents: first(s.incidents, { words: "I will find you \u{F0000}" }) }),
  },
  law_fresh: { "half a year later": (s) => ({ packet: { ...s.packet, builtAt: "2027-06-01T09:00:00Z" } }) },
  approved_by_second: {
    "no approval": (s) => ({ packet: { ...s.packet, approval: null } }),
    "by the author": (s) => ({ packet: { ...s.packet, approval: { by: s.packet.preparedBy, at: s.packet.builtAt } } }),
  },
};
