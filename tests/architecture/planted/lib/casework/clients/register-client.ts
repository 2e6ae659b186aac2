import { openCase } from "../cases/open-case";

export const registerClient = openCase;
