export { type App, type AppOptions, createApp } from "./app.js";
export type { Config } from "./config.js";
export type * from "./records.js";
export type * from "./store.js";
export { connectPglite, connectPostgres } from "./stores/postgres/connect.js";
export type { Connection } from "./stores/postgres/database.js";
export { openStore } from "./stores/postgres/store.js";
