import { openCase } from "../casework/cases/open-case";

export const hash = openCase;
