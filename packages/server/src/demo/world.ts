import {
  accountTeam,
  assessments,
  contacts,
  customers,
  duties,
  entries,
  interactions,
  ratings,
  satisfactionCounts,
  satisfactionIndices,
  serviceRequests,
  staff,
  units,
} from "../stores/postgres/schema.js";

/** The tables that the demo fills, in an order in which references hold. */
export const tables = {
  units,
  staff,
  duties,
  customers,
  contacts,
  accountTeam,
  assessments,
  serviceRequests,
  entries,
  interactions,
  ratings,
  satisfactionIndices,
  satisfactionCounts,
};

/** Everything the demo puts into a database, row by row. */
export type World = { [Name in keyof typeof tables]: (typeof tables)[Name]["$inferInsert"][] };
