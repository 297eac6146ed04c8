// A program that writes rows and prints the number of each one that was acknowledged, until it is killed.
import { startEmbedded } from "../../../packages/server/src/adapters/postgres/connect-embedded.ts";
import { createPool } from "../../../packages/server/src/adapters/postgres/create-pool.ts";

const [dataDir = "", from = "1"] = process.argv.slice(2);
const log = () => {};
const database = await startEmbedded({ dataDir, log });
const pool = createPool(database, { log });
await pool.query("create table if not exists written (number int)");
for (let number = Number(from); ; number += 1) {
  await pool.query("insert into written values ($1)", [number]);
  process.stdout.write(`${number}\n`);
}
