export { secretsIn } from "./find.ts";
export { masked, maskOf, type Piece, piecesOf } from "./mask.ts";
export { SECRET_KINDS, type Secret, type SecretKind } from "./secret.ts";
