import { host } from "../shared/vite.config.ts";

/** "use client" is for a framework that also renders on a server; a bundle for browsers may lose it. */
const lost = "MODULE_LEVEL_DIRECTIVE";

export default {
  ...host,
  build: {
    ...host.build,
    rolldownOptions: {
      onLog(level: string, log: { code?: string }, handle: (level: string, log: object) => void) {
        if (log.code !== lost) handle(level, log);
      },
    },
  },
};
