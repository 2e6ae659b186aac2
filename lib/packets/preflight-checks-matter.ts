import { docketOf } from "./assembly/facts";
import { label } from "./assembly/pair-words";
import { lawSourcesOf } from "./law-sources";
import { type Checks, fail, na, none, pass } from "./preflight-outcome";
import type { PacketSnapshot } from "./snapshot";

type MatterId =
  | "M-01"
  | "M-02"
  | "M-03"
  | "M-04"
  | "M-05"
  | "M-06"
  | "M-07"
  | "M-08"
  | "M-09"
  | "M-10"
  | "M-11"
  | "M-12"
  | "M-13"
  | "M-14"
  | "M-15"
  | "M-16"
  | "M-17"
  | "M-18"
  | "M-19"
  | "M-20"
  | "M-21";

const codes = (list: readonly { code: string }[]) => list.map((one) => one.code);
const tagged = (snapshot: PacketSnapshot, ...tags: string[]) =>
  snapshot.incidents.filter((incident) => incident.tags.some((tag) => tags.includes(tag)));

const actDays = (snapshot: PacketSnapshot) => snapshot.incidents.map((incident) => incident.at.slice(0, 10)).sort();

type Force = { inForce: boolean; inForceFrom: string | null; inForceUntil: string | null };

function inForceOn(law: Force, day: string): boolean {
  return law.inForce && (law.inForceFrom ?? day) <= day && day <= (law.inForceUntil ?? day);
}

/** The adult image offence of 47 USC 223(h) came into force with Pub. L. 119-12. */
const takeItDown = "2025-05-19";

/** Lines about the matter, the offences, the accounts and what is asked for. */
export const matterChecks: Checks<MatterId> = {
  "M-01": ({ snapshot }) =>
    snapshot.packet.kind === "mla_dossier"
      ? pass("The cover carries the notice.")
      : fail("The kind of packet has no such notice."),
  "M-02": () => pass("The requesting authority is a ruled blank."),
  "M-03": ({ snapshot }) => {
    const docket = docketOf(snapshot);
    if (!docket) return fail(`No number is recorded: ${label(snapshot, "docketNone")}.`);
    if (docket.type !== "cas") return pass(`${docket.label} is recorded.`);
    return docket.station
      ? pass(`${docket.label} is recorded with its station.`)
      : fail(`${docket.code} has no station.`);
  },
  "M-04": ({ snapshot }) =>
    snapshot.case.stage ? pass("The stage is stated.") : fail("The stage of the matter is not stated."),
  "M-05": ({ snapshot }) => {
    if (snapshot.charges.length === 0) return fail("No offence is proposed.");
    const bare = snapshot.charges.filter((charge) => !charge.provision || !charge.maximum);
    return none(
      bare.map((charge) => charge.provision),
      "Each offence has provision, slot and maximum.",
      "Provision or maximum missing",
    );
  },
  "M-06": ({ snapshot }) => {
    const days = actDays(snapshot);
    if (snapshot.charges.length === 0) return na("No offence is proposed.");
    if (days.length === 0) return na("No incident is recorded.");
    const out = snapshot.charges.filter((charge) => !days.every((day) => inForceOn(charge, day)));
    return none(
      out.map((charge) => charge.provision),
      "Each provision was in force on each date.",
      "Not in force on each date",
    );
  },
  "M-07": ({ snapshot }) => {
    const days = actDays(snapshot);
    const home = snapshot.charges.filter((charge) => !charge.inForce);
    const other = snapshot.pairs
      .map((pair) => pair.other)
      .filter((one) => !one.inForce || (days.length > 0 && !days.some((day) => inForceOn(one, day))));
    const out = [...home, ...other].map((one) => one.provision);
    return none([...new Set(out)], "Every provision relied on is in force.", "Not in force");
  },
  "M-08": ({ snapshot }) => {
    const asked = snapshot.request.items.filter((item) => item.dataClass === "content");
    if (asked.length === 0) return na("No content is asked for.");
    const over = snapshot.pairs.some((pair) => (pair.other.maxYears ?? 0) > 1);
    return over
      ? pass("An offence there of more than one year is paired.")
      : fail("Content is asked for, and no offence there of more than one year is paired.");
  },
  "M-09": ({ snapshot }) => {
    if (snapshot.pairs.length === 0) return fail("No pairing of offences is recorded.");
    const bare = snapshot.pairs.filter(
      (pair) => pair.elements.length === 0 || pair.elements.some((one) => one.shownBy.length === 0 && !one.gap.trim()),
    );
    return none(codes(bare), "Each element has a fact or a printed gap.", "An element has neither fact nor gap");
  },
  "M-10": ({ snapshot }) => {
    if (tagged(snapshot, "violence", "intimate_image", "gain").length === 0)
      return fail("No incident is marked as a threat; insult alone will not carry a request.");
    const known = snapshot.events.some((event) => event.knowledge);
    return known
      ? pass("Threats and knowledge facts are recorded.")
      : fail("No fact shows that the sender knew the words were feared (told to stop, blocked).");
  },
  "M-11": ({ snapshot }) => {
    const relied = snapshot.pairs.some((pair) => pair.other.provision.includes("2261A"));
    if (!relied) return na("No course of conduct is relied on.");
    return snapshot.incidents.length >= 2
      ? pass(`${snapshot.incidents.length} acts are recorded.`)
      : fail("Fewer than two acts are recorded.");
  },
  "M-12": ({ snapshot }) => {
    const pair = snapshot.pairs.find((one) => one.other.provision.includes("223(h)"));
    if (!pair) return na("No such law is relied on.");
    const used = new Set(pair.elements.flatMap((element) => element.shownBy));
    const early = snapshot.incidents.filter(
      (incident) =>
        used.has(incident.code) && incident.tags.includes("intimate_image") && incident.at.slice(0, 10) <= takeItDown,
    );
    return none(codes(early), "Each act is after 19 May 2025.", "Act on or before 19 May 2025");
  },
  "M-13": ({ snapshot }) =>
    snapshot.accounts.length === 0
      ? fail("No account is recorded.")
      : none(
          codes(snapshot.accounts.filter((account) => !account.provider?.entity)),
          "Each account has a legal entity.",
          "No legal entity",
        ),
  "M-14": ({ snapshot }) =>
    snapshot.accounts.length === 0
      ? fail("No account is recorded.")
      : none(
          codes(snapshot.accounts.filter((account) => !account.platformId)),
          "Each account has its platform id.",
          "No platform id",
        ),
  "M-15": ({ snapshot }) => {
    if (snapshot.request.items.length === 0) return fail("No item is drafted.");
    // A subscriber record may run from the creation of the account; the other classes need a beginning.
    const bare = snapshot.request.items.filter((item) =>
      item.rows.some((row) => !row.to || (!row.from && item.dataClass !== "subscriber")),
    );
    return none(codes(bare), "Each item has its range in UTC.", "No range in UTC");
  },
  "M-16": ({ snapshot }) =>
    snapshot.request.items.length > 0
      ? pass("Each item names its class; section 3 gives the standard.")
      : fail("No item is drafted."),
  "M-17": ({ snapshot }) => {
    const used = new Set(snapshot.incidents.map((incident) => incident.account));
    if (snapshot.accounts.length === 0) return fail("No account is recorded.");
    const loose = snapshot.accounts.filter((account) => !used.has(account.code) && !account.link);
    return none(codes(loose), "Each account is linked to an act.", "No act and no link recorded");
  },
  "M-18": () => pass("Identity is stated, or stated as not known."),
  "M-19": ({ snapshot }) =>
    snapshot.request.certification
      ? pass("The form of certification is stated.")
      : pass("The suggested form is printed; the form at home is a ruled blank."),
  "M-20": ({ snapshot }) =>
    snapshot.request.secrecy
      ? pass("The reason is stated; the length is a ruled blank.")
      : fail("No reason for secrecy is recorded."),
  "M-21": ({ snapshot }) =>
    snapshot.request.urgency.length > 0 || snapshot.case.urgent.length > 0
      ? pass("The reason for urgency is stated.")
      : fail("No reason for urgency is recorded."),
};

/** Used by M-34; kept beside the other law checks. */
export function staleLaws(snapshot: PacketSnapshot, today: string): string[] {
  const limit = 180 * 86_400_000;
  return lawSourcesOf(snapshot)
    .filter((law) => Date.parse(today) - Date.parse(law.checkedOn) > limit)
    .map((law) => law.no);
}
