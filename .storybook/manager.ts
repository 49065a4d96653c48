import { addons } from "storybook/manager-api";
import { create } from "storybook/theming";

addons.setConfig({
  theme: create({
    base: "light",
    brandTitle: "Portico elements",
    colorPrimary: "#2b59c9",
    colorSecondary: "#2b59c9",
    appBg: "#f4f6f9",
    appBorderRadius: 8,
  }),
});
