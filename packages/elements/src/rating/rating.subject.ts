import type { Rating } from "@portico/contract";
import type { Subject } from "../internal/test/subject.js";

export const rating: Rating = {
  id: "rat-1",
  metric: "csat",
  score: 4,
  scale: { minimum: 1, maximum: 5 },
  comment: "Quick and kind",
  createdAt: "2026-01-01T00:00:00Z",
};

export const subject: Subject = {
  tag: "crm-rating",
  idAttribute: "request-id",
  given: { property: "rating", value: rating },
  answers: {
    "ratings.list": ({ serviceRequestId }: { serviceRequestId: string }) => ({
      data: [{ ...rating, comment: `Comment on ${serviceRequestId}` }],
    }),
  },
  usual: { "ratings.list": { data: [] } },
  shows: (id) => `Comment on ${id}`,
};
