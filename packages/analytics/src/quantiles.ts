import jstat from "jstat";

/** The z that leaves `1 - level` outside ±z of a standard normal variable; 1.96 for 0.95. */
export const normalQuantile = (level: number): number => jstat.normal.inv((1 + level) / 2, 0, 1);

/** The same for Student's t with `freedom` degrees of freedom. */
export const studentQuantile = (level: number, freedom: number): number =>
  jstat.studentt.inv((1 + level) / 2, freedom);
