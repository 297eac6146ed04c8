/** Where an installation keeps files: a folder, or a bucket of a service that speaks S3. */
export type FilesPlace =
  | { readonly kind: "folder"; readonly path: string }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      /** Before every name; empty or with a slash at its end. */
      readonly prefix: string;
      readonly region: string;
      /** Null for Amazon's own. */
      readonly endpoint: string | null;
      /** Null: where the client looks by itself, such as the machine's role. */
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
    };
