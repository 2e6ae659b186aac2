/** The daily mail to administrators. It contains an anchor and nothing about anybody. */
export function headMail(line: string, seq: number): { subject: string; body: string } {
  return {
    subject: "Crossdocket: where the log stands",
    body: [
      `The log of your organisation's Crossdocket is anchored up to entry ${seq}. Keep this mail: should somebody write`,
      "the log anew, it says what the log was.",
      "",
      line,
      "",
      "To compare, save this text in a file and run on the server: npm run audit:verify -- --also FILE",
      "",
      "--",
      "Names and what a case is about are never sent by e-mail.",
    ].join("\n"),
  };
}
