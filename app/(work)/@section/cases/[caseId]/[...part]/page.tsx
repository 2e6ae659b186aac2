import CaseSection from "../page";

/** The same on every page of the case. */
export default CaseSection;
