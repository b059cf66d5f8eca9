/** Protobuf by hand, so that the codec under test is not its own witness. Bytes as wx-server-sdk 4.0.2 writes them. */
export function openApiBytes(
  args: Readonly<Record<string, unknown>>,
  media: Readonly<Record<string, { fileName: string; bytes: Uint8Array }>> = {},
): Buffer {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const plain = given.map(([key, value]) => Buffer.concat([field(1, key), field(2, JSON.stringify(value))]));
  const files = Object.entries(media).map(([key, { fileName, bytes }]) =>
    Buffer.concat([field(1, key), field(2, bytes), field(4, fileName)]),
  );
  const pairs = Buffer.concat([...plain, ...files].map((pair) => field(1, pair)));
  return Buffer.concat([varintField(1, 0), field(2, pairs)]);
}

/** A length-delimited field; text is UTF-8. */
export function field(number: number, value: Uint8Array | string): Buffer {
  const bytes = Buffer.from(value as Uint8Array);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

export function varintField(number: number, value: number): Buffer {
  return Buffer.concat([varint(number << 3), varint(value)]);
}

/** The fields of a message by number: numbers as bigint (two's complement of 64 bits), everything else as bytes. */
export function readFields(message: Uint8Array): Map<number, bigint | Buffer> {
  const bytes = Buffer.from(message);
  const fields = new Map<number, bigint | Buffer>();
  let at = 0;
  const number = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? 0;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, value);
    }
  };
  while (at < bytes.length) {
    const tag = Number(number());
    if ((tag & 7) === 0) fields.set(tag >> 3, number());
    else {
      const length = Number(number());
      fields.set(tag >> 3, bytes.subarray(at, at + length));
      at += length;
    }
  }
  return fields;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}
