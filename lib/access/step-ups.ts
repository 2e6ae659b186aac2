/** What a fresh proof must be worth: "any" is password, code or passkey; "phr" cannot be phished, so a passkey. */
export type StepUp = "any" | "phr";

/**
 * The acts that want more than a session, and how much: the column of the policy that says what nobody may do from a
 * desk that somebody left ("any"), or with a code that a person was talked out of ("phr").
 */
export const stepUps = {
  "packet.approve": "any",
  "annex.give": "phr",
  "first_link.release": "phr",
  "export.ask": "any",
  "export.release": "phr",
  "export.take": "phr",
  "erasure.release": "phr",
  "exhibit.let_out": "phr",
  "signature.replace": "phr",
  "member.invite": "phr",
  "member.change_role": "phr",
  "member.remove": "phr",
  "member.renew": "phr",
  "member.grant": "phr",
  "access.release": "phr",
  // Quick in a crisis, and nothing that cannot be undone: people sign in again.
  "session.end_theirs": "any",
  "session.end_all": "any",
  "sso.link": "phr",
  "sso.unlink": "phr",
  "factor.change": "phr",
  // Nobody has a passkey before the first one. Postgres holds this line too (auth.may_add_factor).
  "factor.first_passkey": "any",
} as const satisfies Record<string, StepUp>;

export type GuardedAct = keyof typeof stepUps;

/** Whether a proof of this worth, or none, is enough for the act. */
export function proves(proof: StepUp | null | undefined, act: GuardedAct): boolean {
  return proof === "phr" || (proof === "any" && stepUps[act] === "any");
}
