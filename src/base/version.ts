declare const ARKITEKT_VERSION: string;

/** The version in package.json; the bundler puts it in. */
export const version = typeof ARKITEKT_VERSION === "string" ? ARKITEKT_VERSION : "0.0.0-source";
