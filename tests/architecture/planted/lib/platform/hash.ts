import { openCase } from "../cases/open-case";

export const hash = openCase;
