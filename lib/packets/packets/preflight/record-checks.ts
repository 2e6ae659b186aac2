import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { packetKinds, stoppedExhibits } from "../labels";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { ledgerFaults } from "./ledger-order";
import { type Checks, codes, fail, na, none, pass, there } from "./outcome";

const wants = labelTable(() => ({
  needs_url: "web address",
  needs_account_id: "account id",
  needs_time: t("time or zone"),
}));

/** Lines about numbers, the stage, the exhibits and approval. */
export const recordChecks: Checks<
  | "notice_printed"
  | "blank_ruled"
  | "number_issued"
  | "number_or_state"
  | "orders_have_country"
  | "stage_stated"
  | "screened"
  | "exhibits_complete"
  | "exhibits_once"
  | "no_flags"
  | "no_minor"
  | "approved_by_second"
> = {
  notice_printed: ({ snapshot }) =>
    pass(t("The cover carries the notice: {title}.", { title: packetKinds[snapshot.packet.kind].notice.title })),
  blank_ruled: () => pass(t("The requesting authority is a ruled blank.")),
  number_issued: ({ snapshot }, { types, station, officer }) => {
    const of = snapshot.references.filter(
      (reference) => types.includes(reference.type) && reference.state === "issued" && reference.number,
    );
    if (of.length === 0) return fail(t("No such number is recorded."));
    if (station && !of.some((reference) => reference.station))
      return fail(t("{code} has no station.", { code: of[0]?.code }));
    if (officer && !snapshot.officer)
      return fail(t("No release names the officer who investigates, so their unit is not known."));
    return pass(station ? t("The number is recorded with its station.") : t("The number is recorded."));
  },
  number_or_state: ({ snapshot }, { types, oneIsEnough }) => {
    const lacking = types.filter((type) => !snapshot.references.some((reference) => reference.type === type));
    const missing = oneIsEnough && lacking.length < types.length ? [] : lacking;
    const blank = snapshot.references.filter((reference) => reference.state === "issued" && !reference.number);
    return none(
      [...missing.map((type) => type.replaceAll("_", " ")), ...codes(blank)],
      t("Each type has a number or a stated state."),
      t("No number and no state"),
    );
  },
  orders_have_country: ({ snapshot }) => {
    const orders = snapshot.references.filter(
      (reference) => reference.type === "order" && reference.state === "issued",
    );
    if (orders.length === 0) return na(t("No order of a court is recorded."));
    return none(
      codes(orders.filter((order) => !order.country)),
      t("Each order is printed with its country."),
      t("No country recorded for"),
    );
  },
  stage_stated: ({ snapshot }) =>
    there(snapshot.case.stage, t("The stage is stated."), t("The stage of the matter is not stated.")),
  screened: ({ snapshot }) => {
    if (snapshot.case.screened === true) return pass(t("Screened; nothing found."));
    return fail(
      snapshot.case.screened === false
        ? t("Something military or political was found.")
        : t("The matter was not screened."),
    );
  },
  exhibits_complete: ({ snapshot }) => {
    if (snapshot.exhibits.length === 0) return na(t("The packet has no exhibit."));
    const faults = ledgerFaults(snapshot);
    if (faults.length > 0) return fail(t("Times contradict each other: {value}.", { value: faults.join("; ") }));
    const bare = snapshot.exhibits.filter(
      (exhibit) =>
        !exhibit.rehashed?.same || !exhibit.method || !exhibit.collector || !exhibit.device || !exhibit.timeSource,
    );
    return none(
      codes(bare),
      t("Each exhibit is complete and its hash was the same."),
      t("Hash, method, collector, device or time source missing"),
    );
  },
  exhibits_once: ({ snapshot }) => {
    const list = codes(snapshot.exhibits);
    const twice = list.filter((code, i) => list.indexOf(code) !== i);
    const unknown = snapshot.incidents.flatMap((incident) => incident.exhibits).filter((code) => !list.includes(code));
    const wrong = [...new Set([...twice, ...unknown])];
    if (wrong.length > 0) return fail(t("Named twice, or named and not there: {value}.", { value: wrong.join(", ") }));
    const reliedOn = new Set(snapshot.incidents.flatMap((incident) => incident.exhibits));
    const hidden = hiddenActs(snapshot);
    if (hidden.length > 0)
      return fail(
        t(
          "An act relies on words that are all covered: {value}. Remove a cover, or link the act to something that can be read.",
          { value: hidden.join(", ") },
        ),
      );
    return none(
      codes(snapshot.exhibits.filter((exhibit) => reliedOn.has(exhibit.code) && exhibit.seenAs === "nothing")),
      t("Each exhibit is there once, and what an act rests on can be seen."),
      t("An act rests on it, and nothing of it can be seen"),
    );
  },
  no_flags: ({ snapshot }) =>
    none(
      snapshot.exhibits.flatMap(({ code, flags }) =>
        flags.length > 0 ? [`${code} ${flags.map((flag) => wants[flag]).join(t(" and "))}`] : [],
      ),
      t("Every exhibit has what its kind of capture needs."),
      "Missing",
    ),
  no_minor: ({ snapshot }) => {
    if (snapshot.exhibits.length === 0) return na(t("The packet has no exhibit."));
    if (snapshot.case.filesStopped) return fail(stoppedExhibits());
    const minors = snapshot.exhibits.filter((exhibit) => exhibit.minor === true);
    if (minors.length > 0) return fail(t("A person under 18 is in {value}.", { value: codes(minors).join(", ") }));
    return none(
      codes(snapshot.exhibits.filter((exhibit) => exhibit.minor === null)),
      t("No person under 18 is in any exhibit."),
      t("Not answered"),
    );
  },
  approved_by_second: ({ snapshot }) => {
    const { approval, preparedBy } = snapshot.packet;
    if (!approval) return fail(t("The packet is not yet approved."));
    return approval.by === preparedBy
      ? fail(t("Approved by the one who prepared it, with a permission of their own. No second person decided."))
      : pass(t("Approved by a second person."));
  },
};

/** `I-3 (E-02, message 21)`: acts whose message is unreadable, and exhibits of acts with every line covered. */
function hiddenActs({ exhibits, incidents }: PacketSnapshot): string[] {
  return exhibits.flatMap(({ code, transcript, coveredActs }) => {
    if (!transcript) return coveredActs.map((act) => t("{act} ({code}, under a mask)", { act, code }));
    const rows = transcript.rows.filter((row) => row.words.trim() !== "");
    const messages = rows.filter((row) => row.hidden && row.incident !== null);
    if (messages.length > 0)
      return messages.map(({ no, incident }) => t("{incident} ({code}, message {no})", { incident, code, no }));
    if (rows.length === 0 || rows.some((row) => !row.hidden)) return [];
    return incidents
      .filter((incident) => incident.exhibits.includes(code))
      .map((incident) => `${incident.code} (${code})`);
  });
}
