declare module "arkitekt:report-page" {
  /** What `page/` becomes. */
  const page: { readonly script: string; readonly style: string };
  export default page;
}
