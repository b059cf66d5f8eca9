/** What the transport sends back to an upload or a download. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const refusals = {
  AccessDenied: [403, 'Request has expired'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  InvalidToken: [403, 'The provided token is invalid.'],
  InvalidURI: [400, 'Could not parse the specified URI.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  SignatureDoesNotMatch: [403, 'The Signature you specified is invalid.'],
} as const;

/** A refusal in the XML of Tencent's object storage, which the SDK reads for Code, Message, RequestId and TraceId. */
export function cosRefusal(code: keyof typeof refusals, resource: string, requestId: string): FileAnswer {
  const [status, message] = refusals[code];
  const xml = `<?xml version='1.0' encoding='utf-8' ?>
<Error>
\t<Code>${code}</Code>
\t<Message>${message}</Message>
\t<Resource>${escaped(resource)}</Resource>
\t<RequestId>${requestId}</RequestId>
\t<TraceId>${Buffer.from(requestId).toString('base64')}</TraceId>
</Error>
`;
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-cos-request-id': requestId },
    body: Buffer.from(xml),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
