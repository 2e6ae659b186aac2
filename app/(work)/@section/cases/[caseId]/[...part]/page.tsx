/** On the pages below a case the same navigation stands. An optional catch-all would claim the case's own address. */
export { default } from "../page";
