/** One thing that support policies say, with the keys that say it and a sample in terms of the starter policy. */
export type Construct = {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly says: string;
  /** Paths as the reference writes them. */
  readonly keys: readonly string[];
  /** Blocks of `policy.yaml` that replace the starter's. */
  readonly sample: string;
};
