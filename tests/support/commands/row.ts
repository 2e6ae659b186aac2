import type { Command } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { PermissionName } from "../model/who-may";
import type { World } from "./world";

/** A code of refusal, with the field that it names where it names one: "invalid memberId"; or it is "done". */
export type Answer = string;

/** Who of an organisation: see `World`. `service` is a job of the worker. */
export type Who = "worker" | "colleague" | "boss" | "second" | "admin" | "officer" | "service";

export type Input = Record<string, unknown>;

/**
 * One command of the table: what it needs, by our own model and not by its source; what its entry in the log is called;
 * who may; and a valid input, planted again in an organisation. Everything else is asked of every command in the same way.
 */
export type Row = {
  needs: PermissionName;
  log: string;
  by: Who;
  input: (world: World) => Promise<Input> | Input;
  /** For who acts through a link and not a session of their own. */
  through?: (world: World) => Promise<Ctx>;
  /** After all others, for what ends the sessions of those who ask. */
  last?: true;
  /** What a fresh proof must be worth. */
  proof?: "any" | "best" | "passkey";
  /** Where this command answers otherwise than every other, and why that is right. */
  otherwise?: Otherwise;
};

type Otherwise = {
  because: string;
  /** Ids that whoever sends the form makes: nobody's, so they are asked nothing. */
  made?: readonly string[];
  /** A part of the input that the product itself has made and that holds ids of its own: nothing in it is asked. */
  inside?: readonly string[];
  /** Where the schema takes an id that this input does without. */
  left?: readonly string[];
  /** The input names no record. */
  namesNothing?: true;
  /** The same input from somebody of the same role in another organisation. */
  abroad?: Answer;
  /** The same input from somebody of the same role here who has nothing to do with it. */
  bystander?: Answer;
  /** The same records, but in another case of ours. */
  anotherCase?: Answer;
  /** A field with the id of another organisation. */
  foreign?: Readonly<Record<string, Answer>>;
  /** A field with what is no id. */
  noId?: Readonly<Record<string, Answer>>;
  /** How it ends for who may. */
  ends?: Answer;
};

export type Table = Readonly<Record<string, Row>>;

/** A command as it is asked: its name in the table, itself, and where its schema takes ids. */
export type Asked = { name: string; run: Command<unknown>; ids: readonly string[] };

/** A command for the people of a case: by its owner. */
export const forWorkers = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "case.write",
  by: "worker",
  log,
  input,
  ...more,
});

/** A command for the worker's jobs. */
export const forJobs = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "job.run",
  by: "service",
  log,
  input,
  ...more,
});
