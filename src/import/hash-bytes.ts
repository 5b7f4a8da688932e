import { createHash } from 'node:crypto';

/** What a file held, as a hash: the SHA-256 in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
