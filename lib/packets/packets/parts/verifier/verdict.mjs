import { plural } from "./say.mjs";
import { describeCallBack, stops } from "./standing.mjs";

/**
 * What the report comes to: its state, a title, and what to do next.
 * @param {any} report
 * @returns {[state: string, title: string, next: string]}
 */
export function verdictOf({ lines, list, trusted, read, standing, copied, alone }) {
  const of = (state) => lines.filter((line) => line.state === state && !line.paper).length;
  const papers = lines.filter((line) => line.paper && line.state === "bad").length;
  if (alone) return verdictAlone(lines, papers);
  if (list && !trusted)
    return [
      "bad",
      "Do not use this packet",
      "The list of its files cannot be trusted, so nothing that lies with it can. Tell the liaison desk, by a number that you already hold, what is said here.",
    ];
  if (of("bad") > 0)
    return [
      "bad",
      "Do not use this packet",
      `${plural(of("bad"), "thing does", "things do")} not match. Each is named below. Tell the liaison desk the packet number, the file and what is said here.`,
    ];
  const all = `${plural(read, "file")}, ${plural(list.counts.pages, "page")} and ${plural(list.counts.exhibits, "exhibit")} were checked.`;
  const stop = stops[standing];
  const whole = copied ? "What lies beside the copy is as it was packed." : `${all} They are as they were packed.`;
  if (stop) return ["bad", stop.title, `${whole} ${stop.said} ${describeCallBack(list)}`];
  if (papers > 0)
    return [
      "bad",
      "The packet matches. Do not use a paper that lies beside it",
      `${all} What does not match is a paper about the handover; it is named below. Tell the liaison desk.`,
    ];
  if (of("open") > 0)
    return [
      "open",
      "The files match the list, but not everything could be checked",
      `${all} See what is marked “not checked”.`,
    ];
  if (of("warn") > 0)
    return [
      "open",
      "The packet is whole, but look at what else is here",
      `${all} ${plural(of("warn"), "file needs", "files need")} a look.`,
    ];
  return [
    "ok",
    "Everything matches. Ask whether it still stands",
    `${all} Two steps are left. Compare the fingerprint by phone. ${describeCallBack(list)}`,
  ];
}

/** Papers about a handover without the packet that they are about. */
function verdictAlone(lines, papers) {
  if (papers > 0)
    return [
      "bad",
      "Do not use this paper",
      "What does not match is named below. Tell the liaison desk what is said here.",
    ];
  if (lines.some(({ state }) => state === "open"))
    return ["open", "Not everything could be checked", "See what is marked “not checked”."];
  return [
    "open",
    "The paper is whole. It was not compared with its packet",
    "Compare the fingerprint by phone. To see whether it belongs to a packet, choose the folder of that packet with the paper in it.",
  ];
}
