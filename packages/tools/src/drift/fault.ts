/** Something that says one thing in one place and another in the other. */
export interface Fault {
  readonly where: string;
  readonly why: string;
}
