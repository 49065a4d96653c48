/** In the place of Storybook's actions panel: nobody looks. */
export const action = () => (): void => undefined;
