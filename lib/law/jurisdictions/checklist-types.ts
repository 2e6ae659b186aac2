import { z } from "zod";

const nothing = z.strictObject({});
const words = z.array(z.string().min(1)).min(1);
const provisions = z.strictObject({ provisions: words });

/**
 * The checks that a checklist line can name, with their arguments. lib/packets/packets/preflight implements them; which
 * law requires one, and with which arguments, is data of a pair.
 */
const checkArguments = {
  notice_printed: nothing,
  blank_ruled: nothing,
  number_issued: z.strictObject({
    types: words,
    station: z.boolean().default(false),
    officer: z.boolean().default(false),
  }),
  number_or_state: z.strictObject({ types: words, oneIsEnough: z.boolean().default(false) }),
  orders_have_country: nothing,
  stage_stated: nothing,
  screened: nothing,
  danger_stated: nothing,
  danger_assessed: nothing,
  two_countries: nothing,
  offences_complete: nothing,
  in_force_on_acts: nothing,
  in_force_relied_on: nothing,
  offences_paired: nothing,
  content_needs_years: z.strictObject({ over: z.number().min(0) }),
  content_needs_pair: nothing,
  elements_carried: nothing,
  threat_gate: z.strictObject({ tags: words }),
  knowledge_where_charged: z.strictObject({ provisions: words, tags: words }),
  knowledge_stated: nothing,
  course_of_conduct: z.strictObject({ provisions: words, atLeast: z.number().int().min(2) }),
  acts_after: z.strictObject({ provisions: words, tags: words, day: z.iso.date() }),
  gain_asked: provisions,
  acts_complete: nothing,
  accounts_have_entity: nothing,
  accounts_have_id: nothing,
  accounts_linked: nothing,
  accounts_preserved: nothing,
  identity_stated: nothing,
  identifiers_full: nothing,
  ranges_in_utc: nothing,
  classes_named: nothing,
  authority_behind: nothing,
  asks_read: nothing,
  purpose_stated: nothing,
  certification_stated: nothing,
  secrecy_stated: nothing,
  /** `oldAfter`: a single act is old after so many days. */
  urgency_stated: z.strictObject({ oldAfter: z.number().int().min(1).default(90) }),
  old_acts_preserved: z.strictObject({ days: z.number().int().min(1) }),
  entity_and_route: nothing,
  letter_accounts_named: nothing,
  letter_ranges: nothing,
  letter_types: nothing,
  letter_clocks: nothing,
  gap_forecast: nothing,
  emergency_complete: nothing,
  receiver_named: z.strictObject({ roles: words }),
  receiver_fits: z.strictObject({ avoid: words }),
  bureau_purpose: nothing,
  bureau_action: nothing,
  bureau_conditions: nothing,
  receivers_released: nothing,
  exhibits_released: nothing,
  release_covers: z.strictObject({ transfer: z.boolean().default(false) }),
  transfer_ground: nothing,
  exhibits_complete: nothing,
  exhibits_once: nothing,
  no_flags: nothing,
  no_minor: nothing,
  /** `sworn`: a final paper is not enough. */
  statement_ready: z.strictObject({ kinds: words, sworn: z.boolean().default(false) }),
  statement_covers_acts: nothing,
  annexures_there: nothing,
  refusal_recorded: nothing,
  refusal_officer: nothing,
  refusal_words: nothing,
  refusal_witnesses: nothing,
  refusal_basis: nothing,
  refusal_rung: nothing,
  earlier_rungs_dated: nothing,
  refusal_proof: nothing,
  authority_valid: nothing,
  complainant_known: z.strictObject({ rungs: words }),
  recourse_sought: z.strictObject({ rungs: words }),
  complaint_written: z.strictObject({ kinds: words }),
  nothing_protected: nothing,
  tells_of_client: nothing,
  every_character_printed: nothing,
  law_fresh: z.strictObject({ days: z.number().int().min(1) }),
  approved_by_second: nothing,
} as const;

export type GraveFault = (typeof graveFaults)[number];
export type CheckName = keyof typeof checkArguments;
export type CheckArguments<Name extends CheckName> = z.output<(typeof checkArguments)[Name]>;

/** Failures so grave that a line may refuse every reason for them: `cannotBeOverridden` names them. */
const graveFaults = ["requested_account", "no_offence", "no_threat_or_pattern", "single_old_act"] as const;

const checkNames = Object.keys(checkArguments) as [CheckName, ...CheckName[]];

/** One line: the requirement, the law or rule behind it, how well that was read, where it is fixed and printed. */
const checklistLineSchema = z
  .object({
    id: z.string().regex(/^[A-Z]-\d\d$/),
    rule: z.string().min(5),
    check: z.enum(checkNames),
    with: z.record(z.string(), z.unknown()).default({}),
    /** Numbers of Annex B that the rule rests on. */
    law: z.array(z.string().regex(/^L\d+$/)).default([]),
    /** As printed: `18 USC 3512`, or `product rule`. */
    source: z.string().min(3),
    /** As printed: `V model, G C`; D is a rule of this product. */
    mark: z.string().min(1),
    /** The field that fixes a failed line. */
    field: z.string().regex(/^[a-z]/),
    /** Where the packet shows it. */
    section: z.string().min(1),
    /** No reason overrides a failure of this line: it must be mended. */
    hard: z.boolean().default(false),
    /** Failures of this line that no reason overrides, where others may have one. */
    cannotBeOverridden: z.array(z.enum(graveFaults)).default([]),
  })
  .transform((line, ctx) => {
    const given = checkArguments[line.check].safeParse(line.with);
    if (given.success) return { ...line, with: given.data as Record<string, unknown> };
    const [first] = given.error.issues;
    ctx.addIssue({ code: "custom", path: ["with", ...(first?.path ?? [])], message: first?.message ?? "not readable" });
    return z.NEVER;
  });

/** The checklist of one kind of packet. `approvalLine` is the line that only approval itself satisfies. */
export const checklistSchema = z
  .object({
    kind: z.string().regex(/^[a-z_]+$/),
    version: z.int().min(1),
    approvalLine: z.string(),
    lines: z.array(checklistLineSchema).min(1),
  })
  .superRefine(({ lines, approvalLine }, ctx) => {
    const ids = lines.map((line) => line.id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice) ctx.addIssue({ code: "custom", path: ["lines"], message: `${twice} stands twice` });
    const closing = lines.find((line) => line.id === approvalLine);
    if (closing?.check !== "approved_by_second")
      ctx.addIssue({ code: "custom", path: ["approvalLine"], message: "names no line that asks for approval" });
  });

export type ChecklistLine = z.output<typeof checklistLineSchema>;
export type Checklist = z.output<typeof checklistSchema>;
export type ChecklistDraft = z.input<typeof checklistSchema>;
