import type { UserConfig } from "vite";

/** `npm run dev` in an example's folder talks to the backend that `npm start` runs in the top folder. */
export const host: UserConfig = {
  base: "./",
  build: { target: "es2022" },
  server: { proxy: { "/v1": "http://localhost:4310", "/demo": "http://localhost:4310" } },
};
