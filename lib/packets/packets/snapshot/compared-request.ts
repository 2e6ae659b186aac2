import type { ComparedList } from "./compared";

export const receivers: ComparedList = {
  section: "Brief",
  heading: "Cover",
  many: "Receivers",
  why: "redrafted",
  entries: ({ receivers }) =>
    receivers.map((receiver) => ({ key: `${receiver.role} ${receiver.name}`, name: receiver.name, says: {} })),
};

export const charges: ComparedList = {
  section: "2",
  heading: "Offences",
  many: "Offences",
  entries: ({ charges }) =>
    charges.map((charge) => ({
      key: charge.provision,
      name: charge.provision,
      says: {
        maximum: charge.maximum,
        "time in force": [charge.inForceFrom, charge.inForceUntil, charge.inForce],
        note: charge.note,
        sources: charge.sources,
      },
    })),
};

export const dropped: ComparedList = {
  section: "2",
  heading: "Offences",
  many: "Offences considered and not relied on",
  entries: ({ dropped }) =>
    dropped.map((offence) => ({
      key: offence.provision,
      name: offence.provision,
      says: { reason: offence.reason, source: offence.source },
    })),
};

export const pairs: ComparedList = {
  section: "2",
  heading: "Dual criminality",
  many: "Pairs of offences",
  entries: ({ pairs }) =>
    pairs.map((pair) => ({
      key: `${pair.home.provision} / ${pair.other.provision}`,
      name: `${pair.home.provision} / ${pair.other.provision}`,
      says: {
        "maximum in the home country": pair.home.maximum,
        "maximum in the other country": [pair.other.maximum, pair.other.maxYears, pair.other.yearsVerified],
        "time in force": [pair.other.inForceFrom, pair.other.inForceUntil, pair.other.inForce],
        elements: pair.elements.map((element) => [element.home, element.other]),
        "facts of the elements": pair.elements.map((element) => [element.facts, element.shownBy]),
        gaps: pair.elements.map((element) => element.gap),
      },
    })),
};

export const items: ComparedList = {
  section: "Brief",
  heading: "What is sought",
  many: "Items sought",
  why: "redrafted",
  entries: ({ request }) =>
    request.items.map((item) => ({
      key: `${item.provider} ${item.dataClass}`,
      name: `${item.provider}, ${item.dataClass}`,
      says: {
        accounts: item.rows.map((row) => row.accounts),
        "what is sought": item.rows.map((row) => row.what),
        range: item.rows.map((row) => [row.from, row.to]),
        reason: item.why,
      },
    })),
};

/** Help that has no class of data: those with one are compared as items. */
export const help: ComparedList = {
  section: "Brief",
  heading: "What is sought",
  many: "Other help sought",
  why: "redrafted",
  entries: ({ request }) =>
    request.asks
      .filter((ask) => ask.class === null)
      .map((ask) => ({
        key: `${ask.kind} ${ask.from ?? ""}`,
        name: ask.title,
        says: { "what is sought": ask.records, range: [ask.from, ask.to], reason: ask.changed },
      })),
};

export const standards: ComparedList = {
  section: "3.3",
  heading: "Standards",
  many: "Standards",
  entries: ({ request }) =>
    request.standards.map((standard) => ({
      key: standard.row,
      name: standard.row,
      says: { facts: [standard.facts, standard.shownBy], gap: standard.gap },
    })),
};

export const preserved: ComparedList = {
  section: "5",
  heading: "Accounts to be preserved",
  many: "Accounts to be preserved",
  entries: ({ preservation }) =>
    (preservation?.rows ?? []).map((row) => ({
      key: row.account,
      name: row.account,
      says: {
        "legal entity": row.entity,
        route: row.route,
        types: row.types,
        range: [row.from, row.to],
        state: [row.state, row.sentOn, row.reference],
        "notice to the user": row.notifies,
      },
    })),
};

export const rungs: ComparedList = {
  section: "3",
  heading: "The ladder of complaints",
  many: "Rungs",
  entries: ({ refusal }) =>
    (refusal?.rungs ?? []).map((rung) => ({
      key: rung.title,
      name: rung.title,
      says: { "who decides": rung.who, state: [rung.state, rung.since], note: rung.note, "day due": rung.due },
    })),
};
