/** A file that we put beside the parts when we hand out a version that no longer counts. */
export const NOTES = { withdrawn: "WITHDRAWN.txt", superseded: "SUPERSEDED.txt" };

/** By the name of the copy that is given out in the place of such a version, what that version is worth. */
export function copyState(name, { no, version }) {
  const stem = `${no}-v${version}-`;
  if (!name.startsWith(stem)) return null;
  const [, state] = /^(withdrawn|superseded)(?:-by-v\d+)?( ?\(\d+\))?\.pdf$/.exec(name.slice(stem.length)) ?? [];
  return state ?? null;
}

/**
 * What such a file says.
 * @param {"withdrawn" | "superseded"} state
 * @param {{ code: string, version: number }} packet
 * @returns {string}
 */
export function standingNote(state, { code, version }) {
  const message = state === "withdrawn" ? "was withdrawn" : "was replaced by a newer version";
  return `${code}, version ${version}, ${message}. Do not act on it. Ask the liaison desk.\n`;
}

/**
 * What the version is worth, which no hash can tell: `draft`, `withdrawn`, `superseded`, or `approved` as far as the list
 * knows. A list that was changed vouches for nothing.
 * @param {any} list
 * @param {readonly string[]} names of the files that lie there
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

/** Quoting the number, by the phone that the reader holds already: the one of the list may be anybody's. */
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
