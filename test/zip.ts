import { crc32, deflateRawSync } from 'node:zlib';

/** A file as a zip keeps it. */
export interface Zipped {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly how?: 'stored' | 'deflated';
}

/** The bytes of a zip with these files; with sizes of 64 bits where that is asked for. */
export function zipOf(files: readonly Zipped[], sizes: 'zip' | 'zip64' = 'zip'): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, how = 'stored' } of files) {
    const data = how === 'stored' ? Buffer.from(bytes) : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(sizes === 'zip64' ? 45 : 20, 0);
    head.writeUInt16LE(how === 'stored' ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(sizes === 'zip64' ? 0xffffffff : data.length, 14);
    head.writeUInt32LE(sizes === 'zip64' ? 0xffffffff : bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const long = sizes === 'zip64' ? longSizes([bytes.length, data.length]) : Buffer.alloc(0);
    head.writeUInt16LE(long.length, 24);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), long, data]);
    const own = sizes === 'zip64' ? longSizes([bytes.length, data.length, at]) : long;
    head.writeUInt16LE(own.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(sizes === 'zip64' ? 0xffffffff : at, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([45, 0]),
        head,
        tail,
        Buffer.from(name),
        own,
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end]);
}

/** The extra field of a zip with sizes and places of 64 bits. */
function longSizes(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return field;
}
