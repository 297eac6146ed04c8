import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

/** What of s3rver is used here; it brings no types. */
type Server = { run(): Promise<AddressInfo>; close(): Promise<void> };
type Make = new (options: {
  port: number;
  address: string;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string }[];
}) => Server;

export const BUCKET = "troth-files";

/** A service that speaks S3, with one empty bucket, in a folder. */
export async function startS3(directory: string): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const S3rver: Make = createRequire(import.meta.url)("s3rver");
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await server.run();
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

/** The key that s3rver takes. */
export const S3_KEY = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" } as const;
