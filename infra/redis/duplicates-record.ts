import { SIGNATURE_SIZE } from '#core/language/min-hash.ts';
import type { DuplicateEntry } from '#core/ports/coordination.ts';

export interface IndexedEntry extends DuplicateEntry {
  cluster: string;
}

const AT_BYTES = 6;
const SIGNATURE_AT = AT_BYTES;
const ID_LENGTH_AT = SIGNATURE_AT + SIGNATURE_SIZE;
const ID_AT = ID_LENGTH_AT + 1;

/** Date (6 bytes, signed), signature, length of the id, the id, and the cluster unless it is the id: 93 bytes for a post without a copy. */
export function packEntry({ id, atMs, signature, cluster }: IndexedEntry): Buffer {
  const idBytes = Buffer.byteLength(id);
  const packed = Buffer.alloc(ID_AT + idBytes + (cluster === id ? 0 : Buffer.byteLength(cluster)));
  packed.writeIntBE(Math.trunc(atMs), 0, AT_BYTES);
  packed.set(signature, SIGNATURE_AT);
  packed.writeUInt8(idBytes, ID_LENGTH_AT);
  packed.write(id, ID_AT);
  if (cluster !== id) packed.write(cluster, ID_AT + idBytes);
  return packed;
}

export function unpackEntry(packed: Buffer): IndexedEntry {
  const clusterAt = ID_AT + packed.readUInt8(ID_LENGTH_AT);
  const id = packed.toString('utf8', ID_AT, clusterAt);
  return {
    id,
    atMs: packed.readIntBE(0, AT_BYTES),
    signature: packed.subarray(SIGNATURE_AT, ID_LENGTH_AT),
    cluster: clusterAt < packed.length ? packed.toString('utf8', clusterAt) : id,
  };
}
