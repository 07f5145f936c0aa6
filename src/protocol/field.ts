// Readers of single fields. Each notes what is wrong and gives a usable value back, so that one pass finds every fault.

import { isRecord, type JsonRecord, type JsonValue } from "../json/value.ts";
import { type Fault, fault } from "./fault.ts";

export class Fields {
  readonly faults: Fault[] = [];
  readonly tolerated: Fault[] = [];

  text(record: JsonRecord, key: string, pointer = ""): string {
    const value = record[key];
    if (typeof value === "string" && value !== "") return value;
    this.faults.push(
      fault(`${pointer}/${key}`, value === undefined ? "is missing" : "must be a text that is not empty"),
    );
    return "";
  }

  optionalText(record: JsonRecord, key: string, pointer = ""): string | undefined {
    const value = record[key];
    if (value === undefined || typeof value === "string") return value;
    if (value === null) this.tolerated.push(fault(`${pointer}/${key}`, "is null; leave it out"));
    else this.faults.push(fault(`${pointer}/${key}`, "must be a text"));
    return undefined;
  }

  oneOf<T extends string>(record: JsonRecord, key: string, choices: readonly T[], otherwise: T): T {
    const value = record[key];
    const known = choices.find((choice) => choice === value);
    if (known === undefined) {
      this.faults.push(
        fault(`/${key}`, value === undefined ? "is missing" : `must be ${choices.join(", ")}`),
      );
    }
    return known ?? otherwise;
  }

  record(record: JsonRecord, key: string): JsonRecord {
    const value = record[key];
    if (isRecord(value)) return value;
    this.faults.push(fault(`/${key}`, value === undefined ? "is missing" : "must be an object"));
    return {};
  }

  /** A list of paths; an entry may be an object with a `path`, as some writers do. */
  paths(record: JsonRecord, key: string): string[] {
    const value = record[key];
    if (value === undefined) return [];
    if (value === null) {
      this.tolerated.push(fault(`/${key}`, "is null; leave it out"));
      return [];
    }
    if (!isList(value)) {
      this.faults.push(fault(`/${key}`, "must be a list of paths"));
      return [];
    }
    return value.flatMap((entry, index) => this.#path(entry, `/${key}/${index}`));
  }

  #path(entry: JsonValue, pointer: string): string[] {
    if (typeof entry === "string" && entry !== "") return [entry];
    if (isRecord(entry) && typeof entry["path"] === "string") {
      this.tolerated.push(fault(pointer, "is an object; write the path alone"));
      return [entry["path"]];
    }
    this.faults.push(fault(pointer, "must be a path"));
    return [];
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
