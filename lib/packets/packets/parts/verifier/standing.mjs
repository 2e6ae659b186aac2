/** A file placed with the parts when a version that no longer counts is handed out. */
export const NOTES = { withdrawn: "WITHDRAWN.txt", superseded: "SUPERSEDED.txt" };

/** The status of a version according to the name of the copy that replaces it. */
export function copyState(name, { no, version }) {
  const stem = `${no}-v${version}-`;
  if (!name.startsWith(stem)) return null;
  const [, state] = /^(withdrawn|superseded)(?:-by-v\d+)?( ?\(\d+\))?\.pdf$/.exec(name.slice(stem.length)) ?? [];
  return state ?? null;
}

/**
 * The text of such a file.
 * @param {"withdrawn" | "superseded"} state
 * @param {{ code: string, version: number, phone: string | null }} packet
 * @returns {string}
 */
export function standingNote(state, { code, version, phone }) {
  const message = state === "withdrawn" ? "was withdrawn" : "was replaced by a newer version";
  const desk = phone ? `Ask the liaison desk: ${phone}.` : "Ask the liaison desk.";
  return `${code}, version ${version}, ${message}. Do not act on it. ${desk}\n`;
}

/**
 * The status of the version, which no hash can show: `draft`, `withdrawn`, `superseded`, or `approved` as far as the
 * list knows. A modified list proves nothing.
 * @param {any} list
 * @param {readonly string[]} names of the files that are present
 */
export function standingOf(list, names) {
  const says = (state) => names.some((name) => name === NOTES[state] || copyState(name, list.packet) === state);
  if (list.packet.withdrawnAt || says("withdrawn")) return "withdrawn";
  if (!list.packet.approvedAt) return "draft";
  return says("superseded") ? "superseded" : "approved";
}

/** For the report: what to do with such a version, and whom to ask. */
export function standingLine(standing, list) {
  const what = "Approval";
  if (standing === "approved") {
    const on = list.packet.approvedAt.replace("T", " ").replace("Z", " UTC");
    return {
      state: "note",
      what,
      said: `Approved on ${on}. This page cannot know what came after. ${describeCallBack(list)}`,
    };
  }
  return { state: "stop", what, said: `${stops[standing].said} ${describeCallBack(list)}` };
}

/**
 * By the phone number that the reader already has, quoting the packet number: the phone number in the list may be
 * anybody's.
 */
export function describeCallBack(list) {
  const { no, version } = list.packet;
  const phone = list.organisation?.phone;
  const printed = phone ? ` (this packet prints ${phone}; use the number that you already hold)` : "";
  return `Ask whether it still stands: ${no}, version ${version}, at the liaison desk${printed}.`;
}

export const stops = {
  draft: { title: "Not approved: do not act on it", said: "Nobody approved this version. It is a draft." },
  withdrawn: { title: "Withdrawn: do not act on it", said: "This version was withdrawn." },
  superseded: { title: "Superseded: do not act on it", said: "A newer version took the place of this one." },
};
