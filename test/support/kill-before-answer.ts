import type { Page } from "playwright-core";
import type { PorticoServer } from "./server.ts";

/** Kills the server once it has taken the page's next submission and before the page hears of it. */
export const killBeforeAnswer = (server: PorticoServer, page: Page): Promise<unknown> =>
  page.route(
    "**/v1/service-requests",
    async (route) => {
      await route.fetch();
      await server.kill();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
