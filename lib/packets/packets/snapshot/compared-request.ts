import type { ComparedList } from "./compared";

export const receivers: ComparedList = {
  section: "Cover",
  heading: "Cover",
  many: "Receivers",
  why: "redrafted",
  entries: ({ receivers }) => receivers.map((one) => ({ key: `${one.role} ${one.name}`, name: one.name, says: {} })),
};

export const charges: ComparedList = {
  section: "2.3",
  heading: "Offences",
  many: "Offences",
  entries: ({ charges }) =>
    charges.map((one) => ({
      key: one.provision,
      name: one.provision,
      says: {
        maximum: one.maximum,
        "time in force": [one.inForceFrom, one.inForceUntil, one.inForce],
        note: one.note,
        sources: one.sources,
      },
    })),
};

export const dropped: ComparedList = {
  section: "2.3",
  heading: "Offences",
  many: "Offences considered and not relied on",
  entries: ({ dropped }) =>
    dropped.map((one) => ({
      key: one.provision,
      name: one.provision,
      says: { reason: one.reason, source: one.source },
    })),
};

export const pairs: ComparedList = {
  section: "4",
  heading: "Dual criminality",
  many: "Pairs of offences",
  entries: ({ pairs }) =>
    pairs.map((one) => ({
      key: `${one.home.provision} / ${one.other.provision}`,
      name: `${one.home.provision} / ${one.other.provision}`,
      says: {
        "maximum in the home country": one.home.maximum,
        "maximum in the other country": [one.other.maximum, one.other.maxYears, one.other.yearsVerified],
        "time in force": [one.other.inForceFrom, one.other.inForceUntil, one.other.inForce],
        elements: one.elements.map((element) => [element.home, element.other]),
        "facts of the elements": one.elements.map((element) => [element.facts, element.shownBy]),
        gaps: one.elements.map((element) => element.gap),
      },
    })),
};

export const items: ComparedList = {
  section: "2.4",
  heading: "What is sought",
  many: "Items sought",
  why: "redrafted",
  entries: ({ request }) =>
    request.items.map((one) => ({
      key: `${one.provider} ${one.dataClass}`,
      name: `${one.provider}, ${one.dataClass}`,
      says: {
        accounts: one.rows.map((row) => row.accounts),
        "what is sought": one.rows.map((row) => row.what),
        range: one.rows.map((row) => [row.from, row.to]),
        reason: one.why,
      },
    })),
};

export const standards: ComparedList = {
  section: "3",
  heading: "Standards",
  many: "Standards",
  entries: ({ request }) =>
    request.standards.map((one) => ({
      key: one.row,
      name: one.row,
      says: { facts: [one.facts, one.shownBy], gap: one.gap },
    })),
};

export const preserved: ComparedList = {
  section: "4-5",
  heading: "Accounts to be preserved",
  many: "Accounts to be preserved",
  entries: ({ preservation }) =>
    (preservation?.rows ?? []).map((one) => ({
      key: one.account,
      name: one.account,
      says: {
        "legal entity": one.entity,
        route: one.route,
        types: one.types,
        range: [one.from, one.to],
        state: [one.state, one.sentOn, one.reference],
        "notice to the user": one.notifies,
      },
    })),
};

export const rungs: ComparedList = {
  section: "3",
  heading: "The ladder of complaints",
  many: "Rungs",
  entries: ({ refusal }) =>
    (refusal?.rungs ?? []).map((one) => ({
      key: one.title,
      name: one.title,
      says: { "who decides": one.who, state: [one.state, one.since], note: one.note, "day due": one.due },
    })),
};
