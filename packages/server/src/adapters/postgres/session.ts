import type { PoolClient, QueryResultRow } from "pg";

/** One connection inside one transaction. Statements are named, so that the server plans each once. */
export class Session {
  readonly workspace: string;
  readonly #client: PoolClient;

  constructor(client: PoolClient, workspace: string) {
    this.#client = client;
    this.workspace = workspace;
  }

  async rows<R extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    return (await this.#client.query<R>({ name, text, values: [...values] })).rows;
  }

  async first<R extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<R | null> {
    return (await this.rows<R>(name, text, values))[0] ?? null;
  }

  /** Number of rows written. */
  async write(name: string, text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.#client.query({ name, text, values: [...values] })).rowCount ?? 0;
  }
}
