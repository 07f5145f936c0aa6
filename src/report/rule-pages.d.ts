declare module "arkitekt:rule-pages" {
  /** Rule id to its page in Markdown; collected from docs/rules by the bundler. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}

declare module "arkitekt:words" {
  const words: string;
  export default words;
}
