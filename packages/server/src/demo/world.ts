import type {
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

/** Everything the demo puts into a database, row by row, in an order in which references hold. */
export interface World {
  units: (typeof units.$inferInsert)[];
  staff: (typeof staff.$inferInsert)[];
  duties: (typeof duties.$inferInsert)[];
  customers: (typeof customers.$inferInsert)[];
  contacts: (typeof contacts.$inferInsert)[];
  accountTeam: (typeof accountTeam.$inferInsert)[];
  assessments: (typeof assessments.$inferInsert)[];
  serviceRequests: (typeof serviceRequests.$inferInsert)[];
  entries: (typeof entries.$inferInsert)[];
  interactions: (typeof interactions.$inferInsert)[];
  ratings: (typeof ratings.$inferInsert)[];
  satisfactionIndices: (typeof satisfactionIndices.$inferInsert)[];
  satisfactionCounts: (typeof satisfactionCounts.$inferInsert)[];
}
