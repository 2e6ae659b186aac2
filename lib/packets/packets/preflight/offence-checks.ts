import { t } from "@/lib/platform/language/translate";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, codes, fail, na, none, pass, there } from "./outcome";

const actDays = (snapshot: PacketSnapshot) => snapshot.incidents.map((incident) => incident.at.slice(0, 10)).sort();

type Force = { inForce: boolean; inForceFrom: string | null; inForceUntil: string | null };

function inForceOn(law: Force, day: string): boolean {
  return law.inForce && (law.inForceFrom ?? day) <= day && day <= (law.inForceUntil ?? day);
}

/** Lines about the offences of both countries and what is requested on their basis. */
export const offenceChecks: Checks<
  | "offences_complete"
  | "in_force_on_acts"
  | "in_force_relied_on"
  | "offences_paired"
  | "content_needs_years"
  | "content_needs_pair"
  | "elements_carried"
> = {
  offences_complete: ({ snapshot }) => {
    if (snapshot.charges.length === 0) return { ...fail(t("No offence is proposed.")), grave: "no_offence" };
    const bare = snapshot.charges.filter((charge) => !charge.provision || !charge.maximum);
    return none(
      bare.map((charge) => charge.provision || t("an offence without a provision")),
      t("Each offence has provision, slot and maximum."),
      t("Provision or maximum missing"),
    );
  },
  in_force_on_acts: ({ snapshot }) => {
    const days = actDays(snapshot);
    if (snapshot.charges.length === 0) return na(t("No offence is proposed."));
    if (days.length === 0) return na(t("No incident is recorded."));
    const unknown = snapshot.charges.filter((charge) => !charge.commonLaw && charge.inForceFrom === null);
    const out = snapshot.charges.filter((charge) => !days.every((day) => inForceOn(charge, day)));
    const names = (list: typeof out) => list.map((charge) => charge.provision).join(", ");
    const faults = [
      out.length > 0 ? t("Not in force on each date: {value}.", { value: names(out) }) : "",
      unknown.length > 0 ? t("Date of commencement not verified: {value}.", { value: names(unknown) }) : "",
    ].filter(Boolean);
    return faults.length === 0 ? pass(t("Each provision was in force on each date.")) : fail(faults.join(" "));
  },
  in_force_relied_on: ({ snapshot }) => {
    const days = actDays(snapshot);
    const home = snapshot.charges.filter((charge) => !charge.inForce);
    const other = snapshot.pairs
      .map((pair) => pair.other)
      .filter((penalty) => !penalty.inForce || (days.length > 0 && !days.some((day) => inForceOn(penalty, day))));
    // That of our own country since when is another line; here it is the other country's.
    const unknown = snapshot.pairs
      .map((pair) => pair.other)
      .filter((penalty) => penalty.commonLaw === false && penalty.inForceFrom === null);
    const out = [...home, ...other];
    const names = (list: { provision: string }[]) => [...new Set(list.map(({ provision }) => provision))].join(", ");
    const faults = [
      out.length > 0 ? t("Not in force: {value}.", { value: names(out) }) : "",
      unknown.length > 0 ? t("Date of commencement not verified: {value}.", { value: names(unknown) }) : "",
    ].filter(Boolean);
    return faults.length === 0 ? pass(t("Every provision relied on is in force.")) : fail(faults.join(" "));
  },
  offences_paired: ({ snapshot }) =>
    none(
      snapshot.pairs.length === 0
        ? [t("no pairing is recorded")]
        : codes(snapshot.pairs.filter((pair) => !pair.home.provision || !pair.other.provision)),
      t("An offence of each country is paired."),
      t("Not a crime in both countries as recorded"),
    ),
  content_needs_years: ({ snapshot }, { over }) => {
    if (!asksContent(snapshot)) return na(t("No content is asked for."));
    return there(
      snapshot.pairs.some((pair) => (pair.other.maxYears ?? 0) > over),
      t("An offence of more than {over, plural, one {# year} other {# years}} there is paired.", { over }),
      t(
        "Content is asked for, and no offence of more than {over, plural, one {# year} other {# years}} there is paired.",
        {
          over,
        },
      ),
    );
  },
  content_needs_pair: ({ snapshot }) => {
    if (!asksContent(snapshot)) return na(t("No content is asked for."));
    return there(
      snapshot.pairs.some((pair) => pair.other.provision),
      t("An offence there is paired."),
      t("Content is asked for, and no offence there is paired."),
    );
  },
  elements_carried: ({ snapshot }) => {
    if (snapshot.pairs.length === 0) return fail(t("No pairing of offences is recorded."));
    const bare = snapshot.pairs.filter(
      ({ elements }) =>
        elements.length === 0 ||
        elements.some((element) => element.shownBy.length === 0 && !element.gap.trim() && !element.facts.trim()),
    );
    if (bare.length === 0) return pass(t("Each element has a fact or a printed gap."));
    return fail(t("An element has neither fact nor gap: {value}.", { value: codes(bare).join(", ") }));
  },
};

function asksContent(snapshot: PacketSnapshot): boolean {
  return snapshot.request.items.some((item) => item.dataClass === "content");
}
