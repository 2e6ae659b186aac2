import { openCase } from "../../../lib/cases/open-case";

export const form = openCase;
