import type { ContactPoint, Customer, RequestAction, RequestState, ServiceRequest } from "@portico/contract";

// What a record shows, read so that one a faulty backend has left half empty shows nothing.

const listOf = <Item>(value: readonly Item[] | undefined): readonly Item[] =>
  Array.isArray(value) ? value : [];

export const may = ({ allowedActions }: ServiceRequest, action: RequestAction): boolean =>
  listOf(allowedActions).includes(action);

export const movesOf = ({ allowedTransitions }: ServiceRequest): readonly RequestState[] =>
  listOf(allowedTransitions);

export const firstPointOf = ({ contactPoints }: Customer): ContactPoint | undefined =>
  listOf(contactPoints)[0];
