import { packetKinds, stoppedExhibits } from "../labels";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { ledgerFaults } from "./ledger-order";
import { type Checks, codes, fail, na, none, pass, there } from "./outcome";

const wants = { needs_url: "web address", needs_account_id: "account id", needs_time: "time or zone" } as const;

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
    pass(`The cover carries the notice: ${packetKinds[snapshot.packet.kind].notice.title}.`),
  blank_ruled: () => pass("The requesting authority is a ruled blank."),
  number_issued: ({ snapshot }, { types, station, officer }) => {
    const of = snapshot.references.filter(
      (reference) => types.includes(reference.type) && reference.state === "issued" && reference.number,
    );
    if (of.length === 0) return fail("No such number is recorded.");
    if (station && !of.some((reference) => reference.station)) return fail(`${of[0]?.code} has no station.`);
    const unit = snapshot.references.some(
      (reference) => reference.type === "officer" && reference.number && reference.issuer,
    );
    if (officer && !unit) return fail("The officer who investigates, with the unit, is not recorded.");
    return pass(station ? "The number is recorded with its station." : "The number is recorded.");
  },
  number_or_state: ({ snapshot }, { types, oneIsEnough }) => {
    const lacking = types.filter((type) => !snapshot.references.some((reference) => reference.type === type));
    const missing = oneIsEnough && lacking.length < types.length ? [] : lacking;
    const blank = snapshot.references.filter((reference) => reference.state === "issued" && !reference.number);
    return none(
      [...missing.map((type) => type.replaceAll("_", " ")), ...codes(blank)],
      "Each type has a number or a stated state.",
      "No number and no state",
    );
  },
  orders_have_country: ({ snapshot }) => {
    const orders = snapshot.references.filter(
      (reference) => reference.type === "order" && reference.state === "issued",
    );
    if (orders.length === 0) return na("No order of a court is recorded.");
    return none(
      codes(orders.filter((order) => !order.country)),
      "Each order is printed with its country.",
      "No country recorded for",
    );
  },
  stage_stated: ({ snapshot }) =>
    there(snapshot.case.stage, "The stage is stated.", "The stage of the matter is not stated."),
  screened: ({ snapshot }) => {
    if (snapshot.case.screened === true) return pass("Screened; nothing found.");
    return fail(
      snapshot.case.screened === false ? "Something military or political was found." : "The matter was not screened.",
    );
  },
  exhibits_complete: ({ snapshot }) => {
    if (snapshot.exhibits.length === 0) return na("The packet has no exhibit.");
    const faults = ledgerFaults(snapshot);
    if (faults.length > 0) return fail(`Times contradict each other: ${faults.join("; ")}.`);
    const bare = snapshot.exhibits.filter(
      (exhibit) =>
        !exhibit.rehashed?.same || !exhibit.method || !exhibit.collector || !exhibit.device || !exhibit.timeSource,
    );
    return none(
      codes(bare),
      "Each exhibit is complete and its hash was the same.",
      "Hash, method, collector, device or time source missing",
    );
  },
  exhibits_once: ({ snapshot }) => {
    const list = codes(snapshot.exhibits);
    const twice = list.filter((code, i) => list.indexOf(code) !== i);
    const unknown = snapshot.incidents.flatMap((incident) => incident.exhibits).filter((code) => !list.includes(code));
    const wrong = [...new Set([...twice, ...unknown])];
    if (wrong.length > 0) return fail(`Named twice, or named and not there: ${wrong.join(", ")}.`);
    const reliedOn = new Set(snapshot.incidents.flatMap((incident) => incident.exhibits));
    const hidden = hiddenActs(snapshot);
    if (hidden.length > 0)
      return fail(
        `An act rests on words that are all covered: ${hidden.join(", ")}. Take a cover back, or tie the act to something that can be read.`,
      );
    return none(
      codes(snapshot.exhibits.filter((exhibit) => reliedOn.has(exhibit.code) && exhibit.seenAs === "nothing")),
      "Each exhibit is there once, and what an act rests on can be seen.",
      "An act rests on it, and nothing of it can be seen",
    );
  },
  no_flags: ({ snapshot }) =>
    none(
      snapshot.exhibits.flatMap(({ code, flags }) =>
        flags.length > 0 ? [`${code} ${flags.map((flag) => wants[flag]).join(" and ")}`] : [],
      ),
      "Every exhibit has what its kind of capture needs.",
      "Missing",
    ),
  no_minor: ({ snapshot }) => {
    if (snapshot.exhibits.length === 0) return na("The packet has no exhibit.");
    if (snapshot.case.filesStopped) return fail(stoppedExhibits);
    const minors = snapshot.exhibits.filter((exhibit) => exhibit.minor === true);
    if (minors.length > 0) return fail(`A person under 18 is in ${codes(minors).join(", ")}.`);
    return none(
      codes(snapshot.exhibits.filter((exhibit) => exhibit.minor === null)),
      "No person under 18 is in any exhibit.",
      "Not answered",
    );
  },
  approved_by_second: ({ snapshot }) => {
    const { approval, preparedBy } = snapshot.packet;
    if (!approval) return fail("The packet is not yet approved.");
    return approval.by === preparedBy
      ? fail("Approved by the one who prepared it, with a permission of their own. No second person decided.")
      : pass("Approved by a second person.");
  },
};

/** `I-3 (E-02, message 21)`: acts whose message is unreadable, and exhibits of acts with every line covered. */
function hiddenActs({ exhibits, incidents }: PacketSnapshot): string[] {
  return exhibits.flatMap(({ code, transcript }) => {
    if (!transcript) return [];
    const rows = transcript.rows.filter((row) => row.words.trim() !== "");
    const messages = rows.filter((row) => row.hidden && row.incident !== null);
    if (messages.length > 0) return messages.map(({ no, incident }) => `${incident} (${code}, message ${no})`);
    if (rows.length === 0 || rows.some((row) => !row.hidden)) return [];
    return incidents
      .filter((incident) => incident.exhibits.includes(code))
      .map((incident) => `${incident.code} (${code})`);
  });
}
