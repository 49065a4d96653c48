declare module "*.css";

declare module "*.mdx" {
  const Page: () => unknown;
  export default Page;
}
