/** The part of jstat in use; the package has no types. */
declare module "jstat" {
  interface Jstat {
    normal: { inv(probability: number, mean: number, deviation: number): number };
    studentt: { inv(probability: number, freedom: number): number };
  }
  const jstat: Jstat;
  export default jstat;
}
