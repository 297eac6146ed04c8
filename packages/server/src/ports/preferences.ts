/** How a person wants to be told. */
export type Preference = {
  /** Of all tickets they take part in, of those they opened, or of none. */
  readonly mail: "all" | "mine" | "none";
  readonly locale: "en" | "de" | null;
  readonly zone: string | null;
};

export interface Preferences {
  /** Null when the person has chosen nothing. */
  find(person: string): Promise<Preference | null>;
  save(person: string, preference: Preference): Promise<void>;
}
