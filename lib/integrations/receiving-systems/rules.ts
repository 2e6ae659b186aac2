import { type FactMapping, type SentFact, sentFacts } from "./types";

/**
 * Where facts usually stand in a case of Primero, offered for a new system. Which fields a case has is configured in each
 * Primero (primeroIMS/primero, `doc/api/cases/post.md`, read on 2026-12-01).
 */
export const usualMapping: FactMapping = { openedOn: "registration_date", passedOn: "notes_section" };

export const systemPlace = (row: string, column: "address" | "user_name" | "password") => ({
  table: "receiving_systems",
  column,
  row,
});

/** The facts that a mapping names, in our order. */
export const mappedFacts = (mapping: Readonly<Record<string, string>>): SentFact[] =>
  sentFacts.filter((fact) => mapping[fact]);
