// Stands in for the generated catalog while it is not built, so that types can be checked on a fresh clone.
declare module '*/veo.generated.json' {
  const data: unknown;
  // biome-ignore lint/style/noDefaultExport: a JSON module has nothing but a default export
  export default data;
}
