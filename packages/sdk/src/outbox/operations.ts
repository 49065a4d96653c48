import type { operations } from "@portico/contract";
import { type Path, path } from "../core/path.js";

type Operations = typeof operations;
type Post = {
  [Id in keyof Operations]: Operations[Id]["method"] extends "POST" ? Id : never;
}[keyof Operations];

/** What can wait: every keyed POST, but for uploads, which come with others, and a reveal, which is for its answer alone. */
export type OutboxOperation = Exclude<Post, "uploadAttachment" | "revealContactPoint">;

/** Where each operation is sent; one that takes an id is about the resource of that id. */
export const addresses: Record<OutboxOperation, (id: string) => Path> = {
  createCustomer: () => path`/v1/customers`,
  createAssessment: (id) => path`/v1/customers/${id}/assessments`,
  addTeamMember: (id) => path`/v1/customers/${id}/account-team`,
  createContact: () => path`/v1/contacts`,
  createInteraction: () => path`/v1/interactions`,
  createServiceRequest: () => path`/v1/service-requests`,
  transitionServiceRequest: (id) => path`/v1/service-requests/${id}/transitions`,
  urgeServiceRequest: (id) => path`/v1/service-requests/${id}/urges`,
  assignServiceRequest: (id) => path`/v1/service-requests/${id}/assignments`,
  createEntry: (id) => path`/v1/service-requests/${id}/entries`,
  createRating: () => path`/v1/ratings`,
};
