import type { StorybookConfig } from "@storybook/web-components-vite";

export default {
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.ts"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y"],
  staticDirs: [{ from: "../packages/elements/llms.txt", to: "/llms.txt" }],
  framework: "@storybook/web-components-vite",
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
} satisfies StorybookConfig;
