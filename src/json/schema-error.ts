/** A place where plain data breaks a schema, as ajv reports it: JSON Pointers into the value and into the schema. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
