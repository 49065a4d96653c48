/** Marks the block of JSON within an element that a server has drawn: the properties it was drawn from. */
export const givenAttribute = "data-given";
